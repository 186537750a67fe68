/**
 * Words of the EFF list that are never given to a person in pain, or to one who has been harmed, to write down and say
 * over the telephone: harm, death, illness, insults, force, drugs and shame.
 */
export const unkindWords: ReadonlySet<string> = new Set(
  `
  achiness afflicted afraid agonize agonizing agony ambush amniotic aneurism anger angrily angriness anguished arousal
  arrest arson ashamed atrocious atrophy autism autistic backache backlash backstab badass battered battering battery
  bloated bloating bonehead browbeat bruising brute brutishly bully captive captivity carnage casket casualty catacomb
  catatonic cauterize cesarean cesspool chastise chokehold choking clumsy coerce collapse coma condone contempt
  contusion cramp crazed crazily craziness crazy cruelly cruelness cruelty crummy crushed crusher crushing dastardly
  deafness decay deceased deceit deceiver deceiving deception deceptive decompose defame defeat defective defile
  defiling degraded degrading dejected delirious delirium delusion demeaning demise denial deplored depose depraved
  depravity depress deranged desecrate desolate despair despise destitute destruct deviancy deviant diabetes diabetic
  diabolic diagnoses diagnosis difficult disabled disarray disaster disfigure disgrace dislike disliking dislocate
  disorder distress dizziness dizzy dose dreadful drown duress dweeb dyslexia dyslexic earache egomaniac embolism
  enslave entomb epidural epilepsy epileptic eskimo exhume exile extortion failing famine feeble fester filth flaccid
  flail footsore fracture frail frantic frenzied frenzy frighten frightful frigidity frigidly gallows gangrene
  graveness graves graveyard grief grievance grieving grievous grueling handgun harmful hate hatred headache headstone
  helpless humiliate humpback hunchback hurt hypocrisy hypocrite idiocy imbecile immorally impaired impale impotence
  impotency impotent imprison jailbird joylessly junkie lazily laziness lazy lethargic lethargy limping limpness
  lunacy lustfully maimed malformed mangle manhandle monstrous morbidity morbidly morphine mortality mortally
  mortician mortified mortify mortuary mourner mournful mutilated mutilator nastily nastiness nervous nervy neurosis
  neurotic nicotine numbing numbly numbness nutcase obituary obnoxious onslaught opium oppressed oppressor outcast
  pang panic paralyses paralysis paralyze parasite perish persecute phobia poison predator prison prozac punch
  punisher rage ravage raving reburial rectal regretful relapse relapsing remorse repugnant repulsion repulsive
  revenge ritalin rotten rotting ruined rupture sabotage sadden sadly sadness savage scared scarily scariness scarring
  scary scurvy sedate sedation sedative seduce seducing shame shudder skeleton skinhead slain slam slander slashed
  slit slum smite smother spinster stammer starved starving stifle stoning strangle stress stricken struggle stupor
  sufferer suffering suffocate surgery surgical symptom syndrome threaten throttle tragedy trapped trapping tremor
  twerp unable uncaring undead undying uneasy unfeeling unfixable unhappily unhappy unhealthy unhelpful unhinge
  unjustly unkind unlikable unlivable unlovable unloved unloving unlucky unnatural unnerve unnerving unpleased
  unpopular unsafe unstable unsteady unvalued unwanted unwashed unwed unwelcome unwilling unwomanly unworthy uselessly
  valium vertigo violate violation violator wimp womb wound wrongdoer wronged wrongful
  `
    .trim()
    .split(/\s+/),
);

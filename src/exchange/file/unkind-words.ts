/**
 * Words of the EFF list that are never given to a person in pain, or to one who has been harmed, to write down and say
 * over the telephone: harm, death, illness, insults, force, drugs and shame.
 */
export const unkindWords: ReadonlySet<string> = new Set(
  `
  absurd achiness afflicted afraid agonize agonizing agony ambush amniotic anemia aneurism anger angrily angriness
  anguished arousal arrest arson ashamed atrocious atrophy autism autistic backache backlash backstab badass badly
  barbed bash battered battering battery bloated bloating bonehead browbeat bruising brute brutishly buckshot bully
  captive captivity carnage casket casualty catacomb cataract catatonic cauterize cesarean cesspool chastise chokehold
  choking clumsy coerce collapse coma condone contempt contusion cramp crazed crazily craziness crazy cruelly
  cruelness cruelty crummy crushed crusher crushing cussed dastardly deafness decay deceased deceit deceiver deceiving
  deception deceptive decompose defame defeat defective defile defiling degraded degrading dejected delirious delirium
  delusion demeaning demise denial deplored depose depraved depravity depress deranged desecrate desolate despair
  despise destitute destruct deviancy deviant diabetes diabetic diabolic diagnoses diagnosis difficult dirtiness
  disabled disarray disaster disfigure disgrace dislike disliking dislocate disorder distress dizziness dizzy dose
  dreaded dreadful drown duress dweeb dyslexia dyslexic earache egomaniac embolism enslave entomb epidural epilepsy
  epileptic eskimo exhume exile extortion failing famine fascism feeble fester filth flaccid flail footsore fracture
  frail frantic freebase frenzied frenzy frighten frightful frigidity frigidly gallows gangrene gloomily gloomy gore
  gory graveness graves graveyard grief grievance grieving grievous grueling handgun hardship harmful hate hatred
  haunt headache headless headstone helpless humiliate humpback hunchback hurt hypocrisy hypocrite idiocy imbecile
  immorally impaired impale impotence impotency impotent imprison jailbird jailhouse joylessly junkie lazily laziness
  lazy lethargic lethargy limping limpness lunacy lustfully maimed malformed mangle manhandle moaner moaning monstrous
  morbidity morbidly morphine mortality mortally mortician mortified mortify mortuary mourner mournful mutilated
  mutilator nastily nastiness nervous nervy neurosis neurotic nicotine numbing numbly numbness nutcase obituary
  obnoxious obsessed onslaught opium oppressed oppressor outcast outrage pang panic paralyses paralysis paralyze
  parasite perish persecute phobia poison predator prison prozac punch punctured punisher rabid racism rage ragged
  raging ravage raving reburial rectal regretful relapse relapsing remorse repugnant repulsion repulsive revenge
  revolver ritalin rotten rotting ruined rupture sabotage sadden sadly sadness savage scabbed scabby scalded scalding
  scared scarily scariness scarring scary scolding scorn scowling scrawny scurvy sedate sedation sedative seduce
  seducing shame shrill shudder skeleton skimpily skinhead slain slam slander slapping slashed slit slum smite smother
  spinster stammer starved starving stifle stinking stoning strangle stress stricken struggle stupor sufferer
  suffering suffocate surgery surgical symptom syndrome taunt thrash threaten throttle tragedy trapped trapping trash
  tremble trembling tremor twerp unable uncaring undead undying uneasily uneasy unfair unfeeling unfixable unhappily
  unhappy unhealthy unhelpful unhinge unjustly unkind unlawful unlikable unlivable unlovable unloved unloving unlucky
  unnatural unneeded unnerve unnerving unpleased unpopular unsafe unsightly unstable unsteady untidy unvalued unwanted
  unwashed unwed unwelcome unwilling unwomanly unworthy uselessly valium vengeful vertigo villain violate violation
  violator whacking wimp wincing womb wound wrath wrecking wrongdoer wronged wrongful yelling yelp
  `
    .trim()
    .split(/\s+/),
);

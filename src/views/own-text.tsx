import { LineView } from './line-view.tsx';

type Props = {
  text: string;
  /** The language it was written in; left out where nobody knows. */
  lang?: string | undefined;
};

/** Words of the person, drawn in their own direction with every figure isolated. All text that is theirs goes through it or `LineView`. */
export function OwnText({ text, lang = 'und' }: Props) {
  return <LineView line={[{ text, lang }]} />;
}

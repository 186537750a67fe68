import styles from './code-view.module.css';

type Props = {
  /** Units a side, the quiet zone included. */
  size: number;
  /** SVG path of the dark modules. */
  d: string;
  /** Which code this is: "Code 1 of 2". */
  label: string;
};

/** A QR code, black on white with its quiet zone, whatever the theme. */
export function CodeView({ size, d, label }: Props) {
  return (
    <svg
      className={styles['code']}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}

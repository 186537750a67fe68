import {
  ArrowDown,
  ArrowUp,
  ArrowUpDown,
  Camera,
  Check,
  ChevronLeft,
  ChevronRight,
  CircleStop,
  Copy,
  Download,
  EyeOff,
  FileText,
  Flame,
  House,
  Image,
  Link,
  Lock,
  Menu,
  MessageSquareText,
  NotebookText,
  Plus,
  Printer,
  QrCode,
  Share,
  Smartphone,
  Trash2,
  Undo2,
  Upload,
  X,
} from 'lucide-react';
import styles from './icon.module.css';

const icons = {
  add: Plus,
  back: ChevronLeft,
  camera: Camera,
  check: Check,
  close: X,
  code: QrCode,
  copy: Copy,
  down: ArrowDown,
  download: Download,
  file: FileText,
  flare: Flame,
  hide: EyeOff,
  home: House,
  link: Link,
  lock: Lock,
  message: MessageSquareText,
  more: Menu,
  next: ChevronRight,
  order: ArrowUpDown,
  passport: NotebookText,
  phone: Smartphone,
  picture: Image,
  print: Printer,
  remove: Trash2,
  share: Share,
  stop: CircleStop,
  undo: Undo2,
  up: ArrowUp,
  upload: Upload,
} as const;

export type IconName = keyof typeof icons;

const turning: ReadonlySet<IconName> = new Set(['back', 'next', 'undo']);

type Props = { name: IconName };

/** A line icon that says nothing by itself: the words beside it, or the control's name, carry the meaning. */
export function Icon({ name }: Props) {
  const Drawn = icons[name];
  return (
    <Drawn
      aria-hidden="true"
      className={styles['icon']}
      data-turning={turning.has(name) || undefined}
      strokeWidth={1.75}
    />
  );
}

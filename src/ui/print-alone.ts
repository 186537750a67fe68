/** Until it is undone, what is printed has this title: browsers put it on the paper and in the file's name. */
export function printAlone(title: string): () => void {
  const { dataset } = document.documentElement;
  let before = document.title;
  const rename = () => {
    before = document.title;
    document.title = title;
  };
  const putBack = () => {
    document.title = before;
  };
  dataset['print'] = 'alone';
  window.addEventListener('beforeprint', rename);
  window.addEventListener('afterprint', putBack);
  return () => {
    delete dataset['print'];
    window.removeEventListener('beforeprint', rename);
    window.removeEventListener('afterprint', putBack);
  };
}

const MARK = 'tw-prints-leaflet';

/** The leaflet alone, over the whole sheet: `leaflet.css` hides the rest while the mark is there. */
export function printLeaflet(): void {
  const { classList } = document.documentElement;
  classList.add(MARK);
  window.addEventListener('afterprint', () => classList.remove(MARK), { once: true });
  window.print();
}

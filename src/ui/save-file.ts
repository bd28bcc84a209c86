/** Hands a file to the browser's own way of saving. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn; Safari needs a moment more.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

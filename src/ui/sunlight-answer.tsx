export function SunlightAnswer() {
  return null;
}

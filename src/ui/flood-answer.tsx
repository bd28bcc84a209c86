export function FloodAnswer() {
  return <p className="nl-paragraph" />;
}

import './flood.css';

/** When and from which side people come into town. */
export function CountsAnswer() {
  return null;
}

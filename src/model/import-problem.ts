/** Why a file is refused: a code with what the text needs to name it. The texts are in the interface. */
export type ImportProblem =
  | { readonly code: 'empty' | 'unknown-type' | 'unknown-content' | 'zipped' | 'glb-magic' | 'gltf-empty' }
  /** Nothing in it that could be placed. */
  | { readonly code: 'no-volumes' | 'no-buildings' }
  | { readonly code: 'too-big'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'too-many'; readonly count: number; readonly limit: number }
  /** Corners of one outline. */
  | { readonly code: 'too-many-corners'; readonly feature: string; readonly count: number; readonly limit: number }
  /** Both from 1. */
  | { readonly code: 'broken-json'; readonly line: number; readonly column: number }
  /** A coordinate that lies in no frame known here. */
  | { readonly code: 'wrong-place'; readonly x: number; readonly y: number }
  | { readonly code: 'wrong-crs'; readonly crs: string }
  | { readonly code: 'no-heights'; readonly feature: string }
  /** The reader's own sentence, in English: names feature and field. */
  | { readonly code: 'bad-content'; readonly detail: string }
  | { readonly code: 'glb-version'; readonly version: number }
  | { readonly code: 'glb-short'; readonly said: number; readonly real: number }
  | { readonly code: 'gltf-external'; readonly uri: string }
  | { readonly code: 'gltf-compressed'; readonly extension: string }
  | { readonly code: 'gltf-size'; readonly metres: number };

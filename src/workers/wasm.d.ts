/** WebAssembly compiled from AssemblyScript, base64: `vite.config.ts` makes it. */
declare module '*.ts?wasm' {
  const base64: string;
  // biome-ignore lint/style/noDefaultExport: what a module of one value gives.
  export default base64;
}

/** Address of a file that a thread fetches when it needs it. */
declare module '*.wasm?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: what a module of one value gives.
  export default address;
}

/** What one thread of the crew does; the same in the main thread and in a worker. */
import { createBuildingReader, type Part, type ReadResult, type ReadSettings } from './read-buildings.ts';
import { createTileWriter, type TileJob, type WriteSettings, type WrittenTile } from './write-tile.ts';

export function createCrewMember() {
  let reader: ReturnType<typeof createBuildingReader> | undefined;
  let writer: Awaited<ReturnType<typeof createTileWriter>> | undefined;
  const started = <T>(value: T | undefined): T => {
    if (!value) throw new Error('Expected the crew member to be started.');
    return value;
  };

  return {
    startReading(settings: ReadSettings) {
      reader = createBuildingReader(settings);
    },
    read(part: Part) {
      started(reader).read(part);
    },
    finishReading(): ReadResult {
      const result = started(reader).finish();
      reader = undefined;
      return result;
    },
    async startWriting(settings: WriteSettings) {
      writer = await createTileWriter(settings);
    },
    write: (job: TileJob): WrittenTile => started(writer).write(job),
    finishWriting() {
      started(writer).close();
      writer = undefined;
    },
  };
}

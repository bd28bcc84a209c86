/** The turn of the flood on the GPU: its shaders, each with the buffers that it sees, in the order in which they run. */
import { countTiles, type FloodBuffers } from './buffers.ts';
import { clockShader } from './clock-shader.ts';
import { borderShader, FACE_GROUP, faceShader } from './face-shaders.ts';
import { depthShader, dischargeShader, limitShader } from './flow-shaders.ts';
import { soakShader } from './soak-shader.ts';
import { worksShader } from './works-shader.ts';

interface PassRow {
  readonly name: string;
  readonly code: string;
  /** In the order of its bindings. */
  readonly buffers: readonly (keyof FloodBuffers)[];
  readonly groups: 'one' | 'tiles' | 'faces';
  /** Left out where there are none of these. */
  readonly needs?: 'faces' | 'works';
}

const rows: readonly PassRow[] = [
  { name: 'clock', code: clockShader, groups: 'one', buffers: ['grid', 'state', 'plan'] },
  {
    name: 'discharges',
    code: dischargeShader,
    groups: 'tiles',
    buffers: ['grid', 'state', 'tiles', 'ground', 'depth', 'flows', 'next'],
  },
  {
    name: 'faces',
    code: faceShader,
    groups: 'faces',
    needs: 'faces',
    buffers: ['grid', 'state', 'tiles', 'faces', 'ground', 'depth', 'flows', 'next'],
  },
  {
    name: 'limits',
    code: limitShader,
    groups: 'tiles',
    buffers: ['grid', 'state', 'tiles', 'next', 'depth', 'scales'],
  },
  {
    name: 'depths',
    code: depthShader,
    groups: 'tiles',
    buffers: ['grid', 'state', 'tiles', 'next', 'scales', 'flows', 'depth', 'excess'],
  },
  {
    name: 'border',
    code: borderShader,
    groups: 'faces',
    needs: 'faces',
    buffers: ['grid', 'state', 'faces', 'flows', 'faceBooks'],
  },
  {
    name: 'works',
    code: worksShader,
    groups: 'one',
    needs: 'works',
    buffers: ['grid', 'state', 'plan', 'tiles', 'works', 'ground', 'depth', 'excess', 'workBooks'],
  },
  {
    name: 'soak',
    code: soakShader,
    groups: 'tiles',
    buffers: ['grid', 'state', 'tiles', 'soil', 'depth', 'excess', 'flows', 'marks', 'taken'],
  },
];

export interface FloodPasses {
  /** Writes that many turns of the clock. */
  encode(encoder: GPUCommandEncoder, turns: number): void;
}

/** What the compiler says of a shader that it refuses. */
async function compile(device: GPUDevice, { name, code }: PassRow): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ label: `flood: ${name}`, code });
  const { messages } = await module.getCompilationInfo();
  const wrong = messages.filter(({ type }) => type === 'error');
  if (wrong.length > 0) {
    const told = wrong.map(({ lineNum, linePos, message }) => `${lineNum}:${linePos} ${message}`).join('; ');
    throw new Error(`The shader of the flood's ${name} does not compile: ${told}`);
  }
  return device.createComputePipelineAsync({ label: `flood: ${name}`, layout: 'auto', compute: { module } });
}

/** A device compiles once, however many floods follow. */
const compiled = new WeakMap<GPUDevice, Map<string, Promise<GPUComputePipeline>>>();

function pipelineOf(device: GPUDevice, row: PassRow): Promise<GPUComputePipeline> {
  const known = compiled.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  compiled.set(device, known);
  const pipeline = known.get(row.name) ?? compile(device, row);
  known.set(row.name, pipeline);
  return pipeline;
}

export async function createPasses(
  device: GPUDevice,
  buffers: FloodBuffers,
  grid: { readonly width: number; readonly height: number },
  counts: { readonly faces: number; readonly works: number },
): Promise<FloodPasses> {
  const { tilesX, tilesY } = countTiles(grid);
  const groups = { one: [1, 1], tiles: [tilesX, tilesY], faces: [Math.ceil(counts.faces / FACE_GROUP), 1] } as const;
  const used = rows.filter(({ needs }) => !needs || counts[needs] > 0);
  const passes = await Promise.all(
    used.map(async (row) => {
      const pipeline = await pipelineOf(device, row);
      const entries = row.buffers.map((name, binding) => ({ binding, resource: { buffer: buffers[name] } }));
      const group = device.createBindGroup({ label: row.name, layout: pipeline.getBindGroupLayout(0), entries });
      return { pipeline, group, size: groups[row.groups] };
    }),
  );
  return {
    encode(encoder, turns) {
      const pass = encoder.beginComputePass();
      for (let turn = 0; turn < turns; turn++) {
        for (const { pipeline, group, size } of passes) {
          pass.setPipeline(pipeline);
          pass.setBindGroup(0, group);
          pass.dispatchWorkgroups(size[0], size[1]);
        }
      }
      pass.end();
    },
  };
}

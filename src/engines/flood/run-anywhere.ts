/** `runFlood` where it is done soonest: on the graphics card where that is worth it, else, or when that fails, on the processor. */
import type { FloodInput, FloodMoment, FloodResult, FloodRunOptions, GpuVerdict } from '../../model/flood.ts';
import { InputError } from '../../model/input-error.ts';
import { type FloodEngineOptions, runFlood } from './run-flood.ts';
import { type FloodGpu, isVerdict } from './webgpu/choose-gpu.ts';
import { runFloodGpu } from './webgpu/run-gpu.ts';

export interface AnywhereOptions extends FloodEngineOptions {
  readonly gpu?: FloodGpu;
}

/** What the caller's own functions throw, so that it is not taken for a failure of the device. */
interface Watched {
  readonly options: FloodRunOptions;
  readonly hasThrown: () => boolean;
  /** Last moment that was given, s. */
  readonly given: () => number;
}

function watch({ moments, onMoment, onProgress }: FloodRunOptions): Watched {
  let hasThrown = false;
  let given = Number.NEGATIVE_INFINITY;
  const call = (tell: () => void) => {
    try {
      tell();
    } catch (error) {
      hasThrown = true;
      throw error;
    }
  };
  return {
    options: {
      ...(moments && { moments }),
      onMoment(moment) {
        given = moment.second;
        call(() => onMoment?.(moment));
      },
      onProgress: (share) => call(() => onProgress?.(share)),
    },
    hasThrown: () => hasThrown,
    given: () => given,
  };
}

/** Moments that a failed device has already given are not given twice: what follows agrees with them within a millimetre. */
export async function runFloodAnywhere(input: FloodInput, options: AnywhereOptions = {}): Promise<FloodResult> {
  const { gpu, ...rest } = options;
  if (!gpu) return runFlood(input, rest);
  const offered = await gpu.offer(input);
  if (isVerdict(offered)) return { ...runFlood(input, rest), gpu: offered };
  const watched = watch(rest);
  let verdict: GpuVerdict;
  try {
    const used: GpuVerdict = { answer: 'used', detail: listNames(offered) };
    return { ...(await runFloodGpu(input, watched.options, offered)), gpu: used };
  } catch (error) {
    if (watched.hasThrown() || error instanceof InputError) throw error;
    verdict = await gpu.fail(error);
  }
  const onMoment = (moment: FloodMoment) => {
    if (moment.second > watched.given()) rest.onMoment?.(moment);
  };
  return { ...runFlood(input, { ...rest, onMoment }), gpu: verdict };
}

const listNames = ({ adapterInfo }: GPUDevice) =>
  [adapterInfo.vendor, adapterInfo.architecture, adapterInfo.description].filter(Boolean).join(' ');

import type { Language } from '../../store/twin.ts';
import { en } from './en.ts';
import { nl, type Text } from './nl.ts';

export const texts: Record<Language, Text> = { nl, en };

import { google } from './google.ts';
import { radicalFocus } from './radical-focus.ts';
import { recommended } from './recommended.ts';
import { strict } from './strict.ts';
import type { Preset } from './preset.ts';

/** The presets by the name under which a configuration extends them. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  recommended,
  google,
  'radical-focus': radicalFocus,
  strict,
};

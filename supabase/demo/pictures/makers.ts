/** Who makes each kind. */
import type { PictureKind } from '#supabase/demo/pictures/kinds.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { derby, oxford } from '#supabase/demo/pictures/subjects/dress-shoes.ts';

export const MAKERS: Partial<Record<PictureKind, Maker>> = { derby, oxford };

// The script of pages with a list that can be narrowed by words typed.

import { filterList } from "./page/filter";

filterList();

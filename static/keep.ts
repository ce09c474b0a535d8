// The script of occupation pages: puts the occupation on my list, takes it off, and says how that went.

import { enableKeeping } from "./page/keep";

enableKeeping();

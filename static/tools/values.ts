// The script of tools/values/: see tool/questionnaire.ts.

import { startQuestionnaire } from "../tool/questionnaire";

startQuestionnaire("values");

// The script of tools/interests/: see tool/questionnaire.ts.

import { startQuestionnaire } from "../tool/questionnaire";

startQuestionnaire("interests");

// All tests of the suite, for every VS Code: loaded once mocha has set up its functions.
import './activation.ts';
import './plan.ts';
import './navigation.ts';
import './structure.ts';
import './shown.ts';
import './completion.ts';
import './rename.ts';
import './formatting.ts';
import './actions.ts';
import './commands.ts';
import './tools.ts';
import './files.ts';

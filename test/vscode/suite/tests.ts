// All tests of the suite, for every VS Code: loaded once mocha has set up its functions.
import './activation.ts';
import './plan.ts';
import './files.ts';

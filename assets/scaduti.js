// Loaded by ascolto.js where something that is kept here has had its term.
import { sweep } from './keeping.js';

sweep();

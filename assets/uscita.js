// Where one signs in or has signed out nothing of doors and minutes that was read stays on this device: neither pages nor lines. What was
// done or written and is not sent yet stays, for whoever did it.
import { forget } from './keeping.js';

forget();

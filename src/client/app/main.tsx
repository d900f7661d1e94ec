/** The composition root: makes the door, draws the app. */
import './trusted-types.ts';
import { render } from 'solid-js/web';
import { createDoor } from '#client/state/create-door.ts';
import { App } from './App.tsx';
import { createUpdates, reloadOnceWhenAChunkIsGone } from './updates.ts';

reloadOnceWhenAChunkIsGone();
const place = document.getElementById('app');
// Made once, out here: a component reads a prop anew each time, and would make another door.
const door = createDoor();
const updates = createUpdates();
if (place !== null) render(() => <App door={door} updates={updates} />, place);

/** The app over the workbook of plain arrays. A test says beforehand what it knows, and plays the exchange's part later. */
import { render } from 'solid-js/web';
import { App } from '#client/app/App.tsx';
import { createFakeDoor, type FakeDoorOptions } from '#tests/support/fake-workbook.ts';
import './window.ts';

const place = document.getElementById('app');
const options: FakeDoorOptions = JSON.parse(window.fakeOptions ?? '{}');
const door = createFakeDoor(options);
window.fakeDoor = door;
if (place !== null) render(() => <App door={door} />, place);

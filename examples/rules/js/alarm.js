// Tells the phone when the inverter raises an alert, and when nothing is heard of it any more.
// Needs the add-ons "openHAB Cloud Connector" (in its place take any action that wakes you) and "JavaScript Scripting".
// Goes into conf/automation/js/.
const { actions, items, rules, triggers } = require('openhab');

function tell(text) {
  actions.NotificationAction.sendBroadcastNotification(text);
}

rules.JSRule({
  name: 'An alert came or went',
  id: 'sp-pro-alert',
  triggers: [triggers.ChannelEventTrigger('selectronic:inverter:shed:main:alerts#alert')],
  execute: (event) => {
    // The event is RAISED or CLEARED and the code, as in RAISED 50. Nothing comes for alerts from before a restart.
    const [what, code] = event.receivedEvent.split(' ');
    if (what === 'RAISED') {
      console.warn('Alert ' + code);
      // A moment later the text is there too, in the language of openHAB.
      setTimeout(() => tell('SP PRO alert ' + code + ': ' + items.getItem('SpPro_Alert_Text').state), 2000);
    } else {
      console.info('Alert ' + code + ' is over');
      tell('SP PRO alert ' + code + ' is over.');
    }
  }
});

rules.JSRule({
  name: 'The inverter is no longer heard',
  id: 'sp-pro-offline',
  // Short trouble is not an outage: the thing goes offline after a minute without an answer, at the portal after ten.
  // It goes offline at once where openHAB has been asked to lend the port to another program.
  triggers: [triggers.ThingStatusChangeTrigger('selectronic:inverter:shed:main', 'OFFLINE', 'ONLINE')],
  execute: () => tell('Nothing is heard of the SP PRO since ' + items.getItem('SpPro_Sample_Time').state)
});

rules.JSRule({
  name: 'A generator that will not stop',
  id: 'sp-pro-long-run',
  triggers: [triggers.ItemStateChangeTrigger('SpPro_Run_Time')],
  execute: (event) => {
    // The run time is in minutes, as its item says.
    const minutes = items.getItem('SpPro_Run_Time').numericState;
    const before = parseFloat(event.oldState);
    if (minutes !== null && minutes >= 480 && before < 480) {
      tell('The generator has been running for eight hours.');
    }
  }
});

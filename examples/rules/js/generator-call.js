// Calls the generator when the battery is low, and lets it sleep in quiet hours as long as a last reserve is left.
// Needs the items of rules/settings.items and the add-on "JavaScript Scripting". Goes into conf/automation/js/.
const { actions, items, rules, time, triggers } = require('openhab');

let patience = null;

// A number of an item, or what to use while it is not set.
function setting(name, otherwise) {
  const number = items.getItem(name).numericState;
  return number === null ? otherwise : number;
}

rules.JSRule({
  name: 'Call the generator when the battery is low',
  id: 'sp-pro-generator-call',
  triggers: [
    triggers.ItemStateChangeTrigger('SpPro_State_of_Charge'),
    triggers.GenericCronTrigger('0 0/5 * * * ?')
  ],
  execute: () => {
    const soc = items.getItem('SpPro_State_of_Charge').numericState;
    const age = items.getItem('SpPro_Sample_Age').numericState;
    // Nothing is started or stopped on a value that is unknown or more than two minutes old.
    if (soc === null || age === null || age > 120) {
      return;
    }
    const below = setting('SpPro_Call_Below', 30);
    const until = setting('SpPro_Call_Until', 60);
    const reserve = setting('SpPro_Reserve', 15);
    const from = setting('SpPro_Quiet_From', 21);
    const to = setting('SpPro_Quiet_To', 7);

    // From 21 to 7 goes over midnight, from 13 to 15 does not.
    const hour = time.ZonedDateTime.now().hour();
    const quiet = from <= to ? hour >= from && hour < to : hour >= from || hour < to;

    const call = items.getItem('SpPro_Generator_Call');
    if (call.state !== 'ON' && (soc < reserve || (soc < below && !quiet))) {
      console.info('The battery is down to ' + soc + ' %: the generator is called');
      call.sendCommand('ON');
    } else if (call.state === 'ON' && (soc >= until || (quiet && soc >= below))) {
      console.info('The battery is at ' + soc + ' %: the generator is not needed any more');
      call.sendCommand('OFF');
    }
  }
});

rules.JSRule({
  name: 'Say what the generator does',
  id: 'sp-pro-generator-event',
  triggers: [triggers.ChannelEventTrigger('selectronic:inverter:shed:main:generator#event')],
  execute: (event) => {
    console.info('The generator has ' + (event.receivedEvent === 'STARTED' ? 'started' : 'stopped'));
  }
});

rules.JSRule({
  name: 'The generator was called but does not run',
  id: 'sp-pro-generator-silent',
  triggers: [triggers.ItemStateChangeTrigger('SpPro_Generator_Call')],
  execute: (event) => {
    if (patience !== null) {
      clearTimeout(patience);
      patience = null;
    }
    if (event.newState === 'ON') {
      // Generators warm up before they supply: ten minutes are patience enough.
      patience = setTimeout(() => {
        if (items.getItem('SpPro_Generator_Running').state !== 'ON') {
          console.warn('The generator was called ten minutes ago and does not run');
          actions.NotificationAction.sendBroadcastNotification('The generator was called ten minutes ago and does not run.');
        }
      }, 10 * 60 * 1000);
    }
  }
});

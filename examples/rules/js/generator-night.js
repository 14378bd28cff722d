// Runs the generator in the last two hours before its quiet hours, but only if the battery will not last the night.
// Takes the place of generator-call.js. Needs the items of rules/settings.items, those of the group "forecast" and the
// add-on "JavaScript Scripting". Goes into conf/automation/js/.
const { actions, items, rules, time, triggers } = require('openhab');

// A number of an item, or what to use while it is not set.
function setting(name, otherwise) {
  const number = items.getItem(name).numericState;
  return number === null ? otherwise : number;
}

rules.JSRule({
  name: 'Call the generator before the night if the battery will not last',
  id: 'sp-pro-generator-night',
  triggers: [
    triggers.ItemStateChangeTrigger('SpPro_Lowest_Charge_Low'),
    triggers.GenericCronTrigger('0 0/5 * * * ?')
  ],
  execute: () => {
    const reserve = setting('SpPro_Reserve', 15);
    const hoursLeft = (setting('SpPro_Quiet_From', 21) - time.ZonedDateTime.now().hour() + 24) % 24;
    const evening = hoursLeft >= 1 && hoursLeft <= 2;

    const call = items.getItem('SpPro_Generator_Call');
    if (call.state === 'ON' && !evening) {
      console.info('The quiet hours begin: the generator is not called any more');
      call.sendCommand('OFF');
      return;
    }
    // Nine of ten nights stay above this.
    const low = items.getItem('SpPro_Lowest_Charge_Low').numericState;
    const age = items.getItem('SpPro_Sample_Age').numericState;
    // Nothing is started on a forecast that is unknown or on values more than two minutes old.
    if (low === null || age === null || age > 120) {
      return;
    }
    if (call.state !== 'ON' && evening && low < reserve) {
      console.info('The battery may fall to ' + low + ' % before the sun takes over: the generator is called');
      call.sendCommand('ON');
    } else if (call.state === 'ON' && low >= reserve + 5) {
      console.info('The battery will last with ' + low + ' %: the generator is not needed any more');
      call.sendCommand('OFF');
    }
  }
});

rules.JSRule({
  name: 'Say that the battery will not last',
  id: 'sp-pro-generator-night-event',
  triggers: [triggers.ChannelEventTrigger('selectronic:inverter:shed:main:forecast#event')],
  execute: (event) => {
    if (event.receivedEvent === 'SHORTFALL') {
      actions.NotificationAction.sendBroadcastNotification('The battery may reach its reserve before the sun takes over.');
    }
  }
});

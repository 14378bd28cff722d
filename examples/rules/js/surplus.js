// Runs hot water from surplus, and lets a car have what is left.
// Needs the items of rules/settings.items and the add-on "JavaScript Scripting". Goes into conf/automation/js/.
//
// Off the grid surplus cannot be measured: solar inverters are held back once the battery is full. A battery that is
// nearly full and not discharging is the sign that there is more to be had. So the load grows in steps, and falls
// back as soon as the battery has to give.
const { items, rules, triggers } = require('openhab');

rules.JSRule({
  name: 'Hot water from surplus',
  id: 'sp-pro-hot-water',
  triggers: [
    triggers.ItemStateChangeTrigger('SpPro_Battery_Power'),
    triggers.ItemStateChangeTrigger('SpPro_Generator_Running')
  ],
  execute: () => {
    const soc = items.getItem('SpPro_State_of_Charge').numericState;
    // positive while the battery gives, negative while it takes
    const gives = items.getItem('SpPro_Battery_Power').numericState;
    const generator = items.getItem('SpPro_Generator_Running').state === 'ON';
    if (soc === null || gives === null) {
      return;
    }

    // Two levels apart, so that the relay does not chatter. Never from the generator.
    const water = items.getItem('SpPro_Hot_Water');
    if (water.state !== 'ON' && soc >= 95 && gives < 100 && !generator) {
      water.sendCommand('ON');
    } else if (water.state === 'ON' && (soc < 90 || gives > 1500 || generator)) {
      water.sendCommand('OFF');
    }
  }
});

rules.JSRule({
  name: 'The car has what is left',
  id: 'sp-pro-car',
  triggers: [triggers.GenericCronTrigger('0 * * * * ?')],
  execute: () => {
    const soc = items.getItem('SpPro_State_of_Charge').numericState;
    const gives = items.getItem('SpPro_Battery_Power').numericState;
    const exported = items.getItem('SpPro_Export_Power').numericState;
    const generator = items.getItem('SpPro_Generator_Running').state === 'ON';
    const current = items.getItem('SpPro_Car_Current');
    if (soc === null || gives === null || exported === null) {
      return;
    }

    // One ampere of 230 V a minute up or down. Below 6 A no car charges, so from there it is on or off.
    let amperes = current.numericState === null ? 0 : current.numericState;
    if (generator || soc < 90 || gives > 500) {
      amperes = amperes > 6 && !generator ? amperes - 1 : 0;
    } else if (exported > 230 || (soc >= 95 && gives < 0)) {
      amperes = amperes < 6 ? 6 : Math.min(amperes + 1, 16);
    }
    current.sendCommand(amperes + ' A');
  }
});

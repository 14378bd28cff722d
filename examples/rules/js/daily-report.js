// Sums up the day, shortly before the counters of the inverter begin again at midnight of its own clock.
// Needs the items of rules/settings.items and the add-on "JavaScript Scripting". Goes into conf/automation/js/.
const { items, rules, triggers } = require('openhab');

// A number with its unit. What is not known is written as a dash: it is not zero.
function told(name, digits, unit) {
  const number = items.getItem(name).numericState;
  return number === null ? '-' : number.toFixed(digits) + unit;
}

rules.JSRule({
  name: 'Daily report',
  id: 'sp-pro-daily-report',
  triggers: [triggers.GenericCronTrigger('0 50 23 * * ?')],
  execute: () => {
    const report = 'Solar ' + told('SpPro_Solar_Energy_Today', 1, ' kWh') +
      ', house ' + told('SpPro_Load_Energy_Today', 1, ' kWh') +
      ', from grid or generator ' + told('SpPro_Imported_Today', 1, ' kWh') +
      ', to the grid ' + told('SpPro_Exported_Today', 1, ' kWh') +
      ', into the battery ' + told('SpPro_Charged_Today', 1, ' kWh') +
      ', out of it ' + told('SpPro_Discharged_Today', 1, ' kWh') +
      '. Battery at ' + told('SpPro_State_of_Charge', 0, ' %') +
      '. Generator runs: ' + told('SpPro_Runs_Today', 0, '') + '.';
    console.info(report);
    items.getItem('SpPro_Daily_Report').postUpdate(report);
  }
});

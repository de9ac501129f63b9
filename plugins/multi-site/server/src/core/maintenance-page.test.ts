import { maintenancePage } from './maintenance-page';

describe('the page shown during maintenance', () => {
  it('says the site’s own words, in its language', () => {
    const page = maintenancePage({
      name: 'Shop',
      settings: { defaultLocale: 'de', maintenance: { title: 'Gleich zurück', text: 'Um 12.' } },
    });
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<h1>Gleich zurück</h1><p>Um 12.</p>');
  });

  it('has words of its own, and lets no markup in', () => {
    const page = maintenancePage({ name: '<script>x</script>', settings: {} });
    expect(page).not.toContain('<script>');
    expect(page).toContain('is being worked on');
  });
});

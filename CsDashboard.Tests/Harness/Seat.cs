using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsDashboard.Foundation;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Harness;

/// <summary>Somebody in front of a browser window.</summary>
public sealed class Seat(string name, IBrowserContext context, IPage page)
{
    /// <summary>The rule of axe that looks at colours.</summary>
    public const string Contrast = "color-contrast";
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());
    private static readonly string[] Violations = ["violations"];
    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentBag<string> expected = [];

    public string Name => name;
    public IBrowserContext Context => context;
    public IPage Page => page;
    public bool Crashed { get; private set; }

    /// <summary>Console errors, script errors and breaches of the content security policy, but for what the test expects.</summary>
    public IReadOnlyList<string> Complaints =>
        [.. complaints.Where(c => !expected.Any(e => c.Contains(e, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Complaints that contain this text are part of the story, e.g. "404".</summary>
    public void Expect(string complaint) => expected.Add(complaint);

    internal async Task Watch()
    {
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
                complaints.Enqueue($"console: {line.Text} ({line.Location})");
        };
        page.PageError += (_, error) => complaints.Enqueue("script: " + error);
        page.Crash += (_, _) =>
        {
            Crashed = true;
            complaints.Enqueue("The page crashed.");
        };
        await context.AddInitScriptAsync(
            """
            document.addEventListener('securitypolicyviolation', e =>
              console.error('CSP: ' + e.violatedDirective + ' refused ' + (e.blockedURI || 'inline') + ' at ' + e.sourceFile + ':' + e.lineNumber));
            """
        );
    }

    /// <summary>Opens a page and waits until it has loaded and answers clicks.</summary>
    public async Task<IResponse?> Go(string path)
    {
        var response = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        await Settle();
        return response;
    }

    /// <summary>A second tab, once it answers clicks.</summary>
    public async Task<IPage> Tab(string path)
    {
        var tab = await context.NewPageAsync();
        await tab.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        await Settled(tab);
        return tab;
    }

    /// <summary>
    /// Waits until the page is interactive: before its circuit is up a Blazor page shows and does not answer. A page without
    /// interactive parts is ready at once.
    /// </summary>
    public Task Settle() => Settled(page);

    private static async Task Settled(IPage page)
    {
        // The page itself is asked, not the browser's events, of which a busy machine can miss one.
        // A server component leaves a marker comment in the page until the script has taken it over, and the layout one until the circuit
        // has.
        await page.WaitForFunctionAsync(
            """
            () => {
              if (document.readyState !== 'complete') return false;
              if (document.querySelector('[data-live="pending"]')) return false;
              const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
              for (let node = walker.nextNode(); node; node = walker.nextNode())
                if (/^Blazor:\{.*"type":"server"/.test(node.data)) return false;
              // The signed-in pages carry a button that has its handler once the circuit has drawn them.
              const drawn = document.querySelector('.rail [data-on-visible]');
              return !drawn || Object.keys(drawn).some(key => key.startsWith('_blazorEvents_'));
            }
            """
        );
    }

    /// <summary>Signs in through the sign-in page.</summary>
    public async Task SignIn(string email, string password)
    {
        if (!page.Url.Contains("/login", StringComparison.Ordinal))
            await Go("login");
        await page.Locator("input[type=email], input[name*=email i], input[autocomplete~=username]").First.FillAsync(email);
        await page.Locator("input[type=password]").First.FillAsync(password);
        await page.Locator("input[type=password]").First.PressAsync("Enter");
        try
        {
            await page.WaitForFunctionAsync("() => !location.pathname.startsWith('/login')");
        }
        catch (TimeoutException late)
        {
            throw new Shouldly.ShouldAssertException(
                $"{email} could not sign in. The page says:\n{await page.Locator("body").InnerTextAsync()}",
                late
            );
        }
        await Settle();
    }

    /// <summary>axe finds nothing against WCAG 2.2 AA; what it finds is listed with the elements it means.</summary>
    public Task ShouldBeAccessible(params string[] exceptRules) =>
        AskAxe(
            new
            {
                runOnly = new { type = "tag", values = Standards },
                rules = exceptRules.ToDictionary(r => r, _ => new { enabled = false }),
                resultTypes = Violations,
            }
        );

    /// <summary>The same for contrast alone, which is all that a change of colours affects.</summary>
    public Task ShouldHaveContrast() =>
        AskAxe(new { runOnly = new { type = "rule", values = new[] { Contrast } }, resultTypes = Violations });

    private async Task AskAxe(object options)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<Violation[]>(
            """
            async options => {
              // Elements that are still fading in don't have their colours yet.
              const moving = document.getAnimations().filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime));
              await Promise.race([Promise.allSettled(moving.map(one => one.finished)), new Promise(done => setTimeout(done, 2000))]);
              // Rows that look like two earlier siblings would be judged the same, and most of the time goes into colours of rows.
              const shape = part => `${part.tagName}.${part.getAttribute('class') ?? ''}.${part.getAttribute('role') ?? ''}.${part.getAttribute('style') ?? ''}(${[...part.children].map(shape)})`;
              const alike = [];
              const walk = parent => {
                const seen = new Map();
                for (const child of parent.children) {
                  const drawn = child.children.length === 0 ? null : shape(child);
                  const before = seen.get(drawn) ?? 0;
                  seen.set(drawn, before + 1);
                  if (drawn !== null && before >= 2) alike.push(child);
                  else walk(child);
                }
              };
              walk(document.body);
              return (await axe.run({ include: [document], exclude: alike }, options)).violations.map(rule => ({
                rule: `${rule.id} (${rule.impact}): ${rule.help}`,
                elements: rule.nodes.slice(0, 5).map(node => `${node.target}: ${node.html}\n      ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')}`),
              }));
            }
            """,
            options
        );
        if (found.Length == 0)
            return;
        var told = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{page.Url} breaks {found.Length} rules of WCAG 2.2 AA:");
        foreach (var violation in found)
        {
            told.Append("- ").AppendLine(violation.Rule);
            foreach (var element in violation.Elements)
                told.Append("    ").AppendLine(element);
        }
        throw new Shouldly.ShouldAssertException(told.ToString());
    }

    private sealed class Violation
    {
        public string Rule { get; init; } = "";
        public string[] Elements { get; init; } = [];
    }

    /// <summary>Frees what earlier pages left behind: a browser that visits many pages would keep gigabytes of it.</summary>
    public async Task CollectGarbage()
    {
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        await session.DetachAsync();
    }

    /// <summary>Nothing has to be pushed sideways to be seen, and the menu shows where one is.</summary>
    public async Task ShouldFitAPhone()
    {
        await ShouldNotScrollSideways();
        var hidden = await page.EvaluateAsync<string[]>(
            """
            () => {
              const parts = [...document.querySelectorAll('main *, .nav')].filter(part => part.checkVisibility() && !part.matches('input, textarea')
                && ['auto', 'scroll'].includes(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth + 1);
              const marks = [...document.querySelectorAll('.nav [aria-current]')].filter(mark => {
                const box = mark.getBoundingClientRect();
                return !box.width || box.left < 0 || box.right > innerWidth || box.bottom > innerHeight;
              });
              return [...parts, ...marks].map(part => `${part.tagName}.${part.className}`);
            }
            """
        );
        hidden.ShouldBeEmpty($"{page.Url} has something out of sight on a phone.");
    }

    /// <summary>
    /// Nothing that one had begun to read moved while the page came: the sum of its shifts, as browsers count them, is below half of what
    /// they call good (0.1).
    /// </summary>
    public async Task ShouldNotHaveJumped()
    {
        var shifts = await page.EvaluateAsync<string[]>(
            """
            () => new Promise(done => {
              const seen = [];
              const watch = list => seen.push(...list.getEntries());
              const observer = new PerformanceObserver(watch);
              observer.observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => {
                seen.push(...observer.takeRecords());
                const name = node => node?.nodeType === 1 ? `${node.tagName}.${node.className}` : node?.nodeName ?? '?';
                const unasked = seen.filter(shift => !shift.hadRecentInput);
                done(unasked.reduce((sum, shift) => sum + shift.value, 0) < 0.05 ? []
                  : unasked.map(shift => `${shift.value.toFixed(3)} ${shift.sources.map(s => name(s.node)).join(', ')}`));
              }, 60);
            })
            """
        );
        shifts.ShouldBeEmpty($"{page.Url} jumped while it came.");
    }

    /// <summary>The page is no wider than the window.</summary>
    public async Task ShouldNotScrollSideways()
    {
        var (wide, window) = (
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            await page.EvaluateAsync<int>("document.documentElement.clientWidth")
        );
        wide.ShouldBeLessThanOrEqualTo(window, $"{page.Url} is wider than its window.");
    }
}

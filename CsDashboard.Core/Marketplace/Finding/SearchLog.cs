using System.Collections.Concurrent;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Finding;

/// <summary>
/// What is looked for in the shop: gathered, and counted a moment later with all others, so that searching costs no write. Steps of typing
/// are one search: of what one caller asks within a second, each the beginning of the next or the other way round, the last counts. Staff
/// are not counted, nor a text that names a person: an address of mail, or a number of seven digits. What a stop loses of it is lost.
/// </summary>
public sealed class SearchLog(Store store)
{
    // Beyond so many something is wrong; they are not worth the memory.
    private const int Most = 50_000,
        MostOfDay = 5_000,
        LongNumber = 7;

    /// <summary>Rows are removed after so many days.</summary>
    public const int KeptDays = 400;

    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, Gathered> companies = new();

    /// <summary>Somebody looked for something, and so much was found.</summary>
    public void Note(Actor actor, ShopQuery query, int total, bool isCorrected)
    {
        if (!IsCounted(actor) || query.Skip > 0)
            return;
        var company = companies.GetOrAdd(actor.TenantId, _ => new());
        var notes = new List<SearchedNote>();
        if (Countable(query.Text) is var (words, said))
            notes.Add(
                new(SearchedKind.Words, words, said, actor.Now)
                {
                    Missed = total == 0 || isCorrected ? 1 : 0,
                    Corrected = isCorrected ? 1 : 0,
                }
            );
        if (Countable(query.Category) is var (_, category))
            notes.Add(new(SearchedKind.Category, category, category, actor.Now));
        foreach (var brand in query.Brands.Take(5))
            if (Countable(brand) is var (_, name))
                notes.Add(new(SearchedKind.Brand, name, name, actor.Now));
        if (notes.Count > 0)
            company.Add(actor.CustomerId?.ToString() ?? actor.Address ?? "", notes, Typing, Most);
    }

    /// <summary>Somebody opened a product that was found by these words.</summary>
    public void Opened(Actor actor, string text, string? category)
    {
        if (!IsCounted(actor) || Countable(text) is not var (words, said))
            return;
        var company = companies.GetOrAdd(actor.TenantId, _ => new());
        company.Take([new(SearchedKind.Words, words, said, actor.Now) { Searched = 0, Opened = 1 }], Most);
        if (category is not null)
            company.Take([new(SearchedKind.Category, category, category, actor.Now) { Opened = 1 }], Most);
    }

    /// <summary>Counts what was gathered of a company; for the schedule, and before anybody reads the figures.</summary>
    public async Task Write(Actor company)
    {
        if (!companies.TryGetValue(company.TenantId, out var gathered) || gathered.TakeAll() is not { Count: > 0 } notes)
            return;
        await store.Write(
            company,
            async db =>
            {
                foreach (var day in notes.GroupBy(n => DateOnly.FromDateTime(n.At.UtcDateTime)))
                {
                    var known = await db.SearchedDays.Where(s => s.Day == day.Key).ToDictionaryAsync(s => (s.Kind, s.Words));
                    foreach (var same in day.GroupBy(n => (n.Kind, n.Words)))
                    {
                        if (!known.TryGetValue(same.Key, out var row))
                        {
                            if (known.Count >= MostOfDay)
                                continue;
                            db.Add(
                                known[same.Key] = row =
                                    new()
                                    {
                                        Day = day.Key,
                                        Kind = same.Key.Kind,
                                        Words = same.Key.Words,
                                        Said = "",
                                    }
                            );
                        }
                        row.Said = same.Last().Said;
                        row.Count += same.Sum(n => n.Searched);
                        row.Missed += same.Sum(n => n.Missed);
                        row.Corrected += same.Sum(n => n.Corrected);
                        row.Opened += same.Sum(n => n.Opened);
                    }
                }
                var last = DateOnly.FromDateTime(company.Now.UtcDateTime).AddDays(-KeptDays);
                await db.SearchedDays.Where(s => s.Day < last).ExecuteDeleteAsync();
            }
        );
    }

    private static bool IsCounted(Actor actor) => actor.Role is not (Role.Agent or Role.Admin);

    private static (string Words, string Said)? Countable(string? text)
    {
        var said = Lines.Clean(text) ?? "";
        var words = Folding.Fold(said);
        return
            words.Length == 0
            || Math.Max(words.Length, said.Length) > SearchedDay.MaxWords
            || said.Contains('@', StringComparison.Ordinal)
            || said.Count(char.IsDigit) >= LongNumber
            ? null
            : (words, said);
    }

    private sealed class Gathered
    {
        private readonly Lock gate = new();
        private readonly Dictionary<string, List<SearchedNote>> typed = [];
        private List<SearchedNote> done = [];

        public void Add(string caller, List<SearchedNote> notes, TimeSpan typing, int most)
        {
            lock (gate)
            {
                if (typed.Remove(caller, out var before) && !IsStep(before[0], notes[0], typing))
                    done.AddRange(before);
                if (typed.Count + done.Count < most)
                    typed[caller] = notes;
            }
        }

        public void Take(List<SearchedNote> notes, int most)
        {
            lock (gate)
                if (done.Count < most)
                    done.AddRange(notes);
        }

        public List<SearchedNote> TakeAll()
        {
            lock (gate)
            {
                List<SearchedNote> all = [.. done, .. typed.Values.SelectMany(n => n)];
                done = [];
                typed.Clear();
                return all;
            }
        }

        private static bool IsStep(SearchedNote before, SearchedNote now, TimeSpan typing) =>
            before.Kind == SearchedKind.Words
            && now.Kind == SearchedKind.Words
            && now.Words != before.Words
            && now.At - before.At < typing
            && (
                now.Words.StartsWith(before.Words, StringComparison.Ordinal) || before.Words.StartsWith(now.Words, StringComparison.Ordinal)
            );
    }
}

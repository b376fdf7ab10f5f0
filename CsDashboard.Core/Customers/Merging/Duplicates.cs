using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Merging;

/// <summary>
/// Records that may be one person's: the same address apart from a tag, the same digits of the phone, or the same or a similar name. Equal
/// values are found by stored, indexed keys, similar names among the hits of the search; nothing compares everybody with everybody.
/// </summary>
public sealed class Duplicates(Store store, ISearchIndex index)
{
    public const string Email = "email",
        Phone = "phone",
        Name = "name";
    public static readonly string[] Ways = [Email, Phone, Name];

    private const int Most = 20,
        Few = 5,
        Found = 50,
        GroupSize = 20,
        RowsOfGroup = 5;

    /// <summary>For one record: at most twenty, those with the most in common first.</summary>
    public async Task<IReadOnlyList<DuplicateRow>> Of(Actor actor, Guid customerId)
    {
        actor.Demand(CustomerRights.See);
        await using var db = store.Open(actor);
        return await Like(db, await CustomerRecords.Read(db, customerId), Most);
    }

    /// <summary>For somebody who is about to be added: at most five. An unfinished address or number is not looked for.</summary>
    public async Task<IReadOnlyList<DuplicateRow>> Like(Actor actor, NewCustomer input)
    {
        actor.Demand(CustomerRights.See);
        await using var db = store.Open(actor);
        var (name, email) = (Lines.Clean(input.Name) ?? "", Emails.TryNormalise(input.Email) ?? "");
        return await Like(
            db,
            new Customer
            {
                Name = name.Length <= 100 && TextAttribute.CanBeStored(name) ? name : "",
                Email = email,
                NormalizedEmail = email,
                Phone = Phones.Read(input.Phone, await Tenants.CountryOf(db)),
            },
            Few
        );
    }

    private async Task<IReadOnlyList<DuplicateRow>> Like(AppDb db, Customer one, int most)
    {
        var asked = new AskedLike
        {
            Id = one.Id,
            MailKey = one.MailKey,
            PhoneKey = one.PhoneKey ?? "",
            NameKey = one.NameKey ?? "",
            Most = Most,
        };
        // Each by its own index; together they would have none.
        var rows = await OfMail.List(db, asked);
        if (one.PhoneKey is not null)
            rows.AddRange(await OfPhone.List(db, asked));
        if (one.NameKey is not null)
            rows.AddRange(await OfName.List(db, asked));
        var hits = new HashSet<Guid>();
        foreach (var word in Folding.Words($"{one.Name} {one.OtherName}").Select(w => w.Text).Where(w => w.Length > 2).Distinct().Take(6))
            hits.UnionWith(await index.Subjects(db, new SearchQuery(word, Audience.Staff) { Kinds = [CustomerIndex.Kind] }, Found));
        hits.ExceptWith(rows.Select(c => c.Id));
        if (hits.Count > 0)
            rows.AddRange(await OfIds.List(db, asked with { Ids = [.. hits], Most = hits.Count }));
        var names = new Names(one.Name, one.OtherName);
        return
        [
            .. rows.DistinctBy(c => c.Id)
                .Select(c => RowOf(one, names, c))
                .Where(r => r.Why.Count > 0)
                .OrderByDescending(r => r.Why.Count)
                .ThenByDescending(r => r.Likeness)
                .ThenBy(r => r.Number)
                .Take(most),
        ];
    }

    private sealed record AskedLike
    {
        public required Guid Id { get; init; }
        public required string MailKey { get; init; }
        public required string PhoneKey { get; init; }
        public required string NameKey { get; init; }
        public required int Most { get; init; }
        public List<Guid> Ids { get; init; } = [];
    }

    private static readonly CompiledRead<AskedLike, Customer> OfMail = Others(given => c => c.MailKey == given.Values.MailKey),
        OfPhone = Others(given => c => c.PhoneKey == given.Values.PhoneKey),
        OfName = Others(given => c => c.NameKey == given.Values.NameKey),
        OfIds = Others(given => c => given.Values.Ids.Contains(c.Id));

    private static CompiledRead<AskedLike, Customer> Others(
        Func<CompiledRead<AskedLike, Customer>.Parts, Expression<Func<Customer, bool>>> alike
    ) =>
        CompiledRead<AskedLike, Customer>.Of(given =>
            given.Take(
                given
                    .Set<Customer>()
                    .Where(c => c.MergedInto == null && c.RemovedAt == null && c.Id != given.Values.Id)
                    .Where(alike(given)),
                asked => asked.Most
            )
        );

    /// <summary>
    /// Everybody who has something in common, in groups of equal keys, twenty at a time. Invalid for a way that isn't in
    /// <see cref="Ways"/>.
    /// </summary>
    public async Task<Page<DuplicateGroup>> List(Actor actor, string? by = null, string? after = null)
    {
        actor.Demand(CustomerRights.See);
        var way =
            string.IsNullOrEmpty(by) ? Phone
            : Ways.Contains(by) ? by
            : throw Refusal.Invalid("by", Words.Of("Word_Unknown", string.Join(", ", Ways)));
        if (after is not null && (after.Length > 254 || !TextAttribute.CanBeStored(after)))
            throw Refusal.Invalid("after", Words.Of("Refused_Cursor"));
        await using var db = store.Open(actor);
        var keys = Keyed(db, way).Select(k => k.Key);
        if (!string.IsNullOrEmpty(after))
            keys = keys.Where(k => string.Compare(k, after) > 0);
        var groups = await keys.GroupBy(k => k)
            .Where(g => g.Count() > 1)
            .OrderBy(g => g.Key)
            .Select(g => new { g.Key })
            .Take(GroupSize + 1)
            .ToListAsync();
        var shown = new List<DuplicateGroup>();
        foreach (var group in groups.Take(GroupSize))
        {
            // Deleted customers are filtered out of a group's few rows, since the index that finds the groups doesn't know them.
            var of = Keyed(db, way).Where(k => k.Key == group.Key && k.Customer.RemovedAt == null);
            var rows = await of.OrderBy(k => k.Customer.Id).Take(RowsOfGroup).Select(k => k.Customer).ToListAsync();
            if (rows.Count < 2)
                continue;
            var names = new Names(rows[0].Name, rows[0].OtherName);
            shown.Add(
                new DuplicateGroup(
                    group.Key,
                    rows.Count < RowsOfGroup ? rows.Count : await of.CountAsync(),
                    [.. rows.Select(c => RowOf(rows[0], names, c))]
                )
            );
        }
        return new(shown, groups.Count > GroupSize ? groups[GroupSize - 1].Key : null);
    }

    private sealed class KeyedRow
    {
        public required string Key { get; init; }
        public required Customer Customer { get; init; }
    }

    private static IQueryable<KeyedRow> Keyed(AppDb db, string way)
    {
        var whole = db.Customers.Where(c => c.MergedInto == null);
        return way switch
        {
            Email => whole.Select(c => new KeyedRow { Key = c.MailKey, Customer = c }),
            Name => whole.Where(c => c.NameKey != null).Select(c => new KeyedRow { Key = c.NameKey!, Customer = c }),
            _ => whole.Where(c => c.PhoneKey != null).Select(c => new KeyedRow { Key = c.PhoneKey!, Customer = c }),
        };
    }

    // The names of one record, which is compared with several.
    private sealed class Names(string name, string? other)
    {
        private readonly IReadOnlySet<string> name = MatchKeys.Threes(name);
        private readonly IReadOnlySet<string>? other = other is null ? null : MatchKeys.Threes(other);

        public double Likeness(Names to) =>
            Math.Max(MatchKeys.Likeness(name, to.name), Math.Max(OfOther(other, to.name), OfOther(name, to.other)));

        private static double OfOther(IReadOnlySet<string>? one, IReadOnlySet<string>? other) =>
            one is null || other is null ? 0 : MatchKeys.Likeness(one, other);
    }

    private static DuplicateRow RowOf(Customer one, Names names, Customer other)
    {
        var likeness = names.Likeness(new Names(other.Name, other.OtherName));
        var why = new List<string>();
        if (one.MailKey == other.MailKey)
            why.Add(Email);
        if (one.PhoneKey is not null && one.PhoneKey == other.PhoneKey)
            why.Add(Phone);
        if (likeness >= MatchKeys.Enough && Folding.Words(other.Name).Count > 1)
            why.Add(Name);
        return new DuplicateRow
        {
            Id = other.Id,
            PublicId = other.PublicId,
            Number = other.Number,
            Name = other.Name,
            Email = other.Email,
            Phone = other.Phone,
            CreatedAt = other.CreatedAt,
            Why = why,
            Likeness = Math.Round(likeness, 2),
        };
    }
}

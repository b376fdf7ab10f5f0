using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers.Trading;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>The reads of the record: lists, one customer whole, the figures of all.</summary>
public sealed class CustomerLists(Store store, ISearchIndex index)
{
    private const int MaxFound = 500;
    private const int MaxParts = 5,
        PartSize = 100;

    /// <summary>
    /// A page of customers by key. Invalid for an unknown status, type, tier, order or cursor; the size is clamped to 1 to 100.
    /// </summary>
    public async Task<Page<CustomerEntry>> List(Actor actor, CustomerFilter filter)
    {
        actor.Demand(CustomerRights.See);
        await using var db = store.Open(actor);
        var size = Math.Clamp(filter.Size, 1, 100);
        // The newest who have the words are the first page, if nothing else narrows or orders it.
        var (customers, byOrder) = await After(db, filter, filter.HasOnlyWords ? size + 1 : MaxFound);
        var rows = await Entries(db, customers.Take(size + 1));
        return Page.Of(rows, size, row => new(byOrder ? row.LastOrderAt!.Value : row.CreatedAt, row.Id));
    }

    /// <summary>The names of customers by id, with the numbers that addresses have; those of another company are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, NamedCustomer>> Named(Actor actor, IReadOnlyCollection<Guid> ids)
    {
        actor.Demand(CustomerRights.See);
        if (ids.Count == 0)
            return new Dictionary<Guid, NamedCustomer>();
        await using var db = store.Open(actor);
        return await db
            .Customers.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, Named = new NamedCustomer(c.PublicId, c.Name) })
            .ToDictionaryAsync(c => c.Id, c => c.Named);
    }

    /// <summary>
    /// What a filter lets through after its cursor, in its order. Of those who match its words, hardly more than the limit are looked at.
    /// </summary>
    internal async Task<(IQueryable<Customer> Customers, bool ByOrder)> After(AppDb db, CustomerFilter filter, int most = MaxFound)
    {
        var after = Cursor.Read(filter.After);
        var (at, id) = (after?.At ?? default, after?.Id ?? default);
        var customers = await Filtered(db, filter, most);
        var byOrder = filter.Sort switch
        {
            "created" or "" => false,
            "order" => true,
            _ => throw Refusal.Invalid("sort", Words.Of("Word_Unknown", string.Join(", ", CustomerFilter.Sorts))),
        };
        if (byOrder)
        {
            customers = customers.Where(c => c.LastOrderAt != null);
            if (after is not null)
                customers = customers.Where(c => c.LastOrderAt < at || (c.LastOrderAt == at && c.Id < id));
            return (customers.OrderByDescending(c => c.LastOrderAt).ThenByDescending(c => c.Id), true);
        }
        if (after is not null)
            customers = customers.Where(c => c.CreatedAt < at || (c.CreatedAt == at && c.Id < id));
        return (customers.OrderByDescending(Made(filter)).ThenByDescending(c => c.Id), false);
    }

    /// <summary>
    /// A numbered page and how many there are, in the contract's form (contract: crm, Pages and search; contract C3). Invalid for a page
    /// below 1, a limit outside 1 to 100, and whatever <see cref="List"/> refuses.
    /// </summary>
    public async Task<(IReadOnlyList<CustomerEntry> Items, int Total)> Numbered(
        Actor actor,
        CustomerFilter filter,
        int page,
        int limit,
        string? sortBy,
        string? sortOrder
    )
    {
        actor.Demand(CustomerRights.See);
        ListPart.DemandPage(page, limit);
        if (sortOrder?.ToLowerInvariant() is not (null or "" or "asc" or "desc"))
            throw Refusal.Invalid("sortOrder", Words.Of("Word_Unknown", "asc, desc"));
        await using var db = store.Open(actor);
        var customers = await Filtered(db, filter);
        var total = await customers.CountAsync();
        var rows = await Entries(
            db,
            Sorted(customers, filter, sortBy, string.Equals(sortOrder, "asc", StringComparison.OrdinalIgnoreCase))
                .Skip((page - 1) * limit)
                .Take(limit)
        );
        return (rows, total);
    }

    /// <summary>
    /// The words of at least two letters in names, e-mail and phone (contract: crm, Pages and search); names that hold them all come first,
    /// then the newest. Of more than 500 only the newest are given.
    /// </summary>
    public async Task<(IReadOnlyList<CustomerEntry> Items, int Total)> Search(Actor actor, string? text, int page, int limit)
    {
        actor.Demand(CustomerRights.See);
        ListPart.DemandPage(page, limit);
        var asked = text?.Replace('\0', ' ').Trim() ?? "";
        if (Folding.Fold(asked).Length < 2)
            throw Refusal.Invalid("q", Words.Of("Text_TooShort", 2));
        await using var db = store.Open(actor);
        var all = await (await Filtered(db, new CustomerFilter { Search = asked }))
            .Select(c => new
            {
                c.Id,
                c.Name,
                c.OtherName,
                c.CreatedAt,
            })
            .ToListAsync();
        var terms = QueryWords.Read(asked);
        var ids = all.OrderByDescending(c => Excerpts.Weigh($"{c.Name} {c.OtherName}", "", terms))
            .ThenByDescending(c => c.CreatedAt)
            .Select(c => c.Id)
            .Skip((page - 1) * limit)
            .Take(limit)
            .ToList();
        var rows = await Entries(db, db.Customers.Where(c => ids.Contains(c.Id)));
        return ([.. rows.OrderBy(r => ids.IndexOf(r.Id))], all.Count);
    }

    /// <summary>The whole record of one customer: staff any of the company, customers their own.</summary>
    public async Task<CustomerDetail> Get(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, CustomerRights.See);
        await using var db = store.Open(actor);
        return await Detail(db, await CustomerRecords.Read(db, customerId));
    }

    /// <summary>Tags in use, for choosing from: of the five hundred newest customers, the most used first.</summary>
    public async Task<IReadOnlyList<string>> Tags(Actor actor)
    {
        actor.Demand(CustomerRights.See);
        await using var db = store.Open(actor);
        var texts = await db.Customers.OrderByDescending(c => c.CreatedAt).Take(500).Select(c => c.TagText).ToListAsync();
        return [.. texts.SelectMany(TagWords.Split).GroupBy(t => t).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(50)];
    }

    internal static async Task<CustomerDetail> Detail(AppDb db, Customer c)
    {
        var (staff, id) = (db.Actor.IsStaff, c.Id);
        var questionnaire = await Questionnaires.Newest(db, id);
        var user = await db
            .Users.Where(u => u.CustomerId == id)
            .Select(u => new
            {
                u.Id,
                u.LastSignInAt,
                u.SignIns,
            })
            .FirstOrDefaultAsync();
        var removed = c.RemovedAt is null
            ? null
            : await db.RemovedCustomers.Where(r => r.CustomerId == id).Select(r => r.By).SingleOrDefaultAsync();
        return new CustomerDetail
        {
            Id = id,
            PublicId = c.PublicId,
            UniqueId = c.UniqueId,
            Number = c.Number,
            UserId = c.OutsideId ?? user?.Id.ToString(),
            Email = c.Email,
            Facts = staff ? c.Facts : c.Facts with { Tags = "" },
            Status = c.Status,
            Type = c.Type,
            MembershipTier = c.MembershipTier,
            WishedTier = staff ? c.WishedTier : null,
            Segment = c.Segment,
            SegmentSetBy = staff ? c.SegmentSetBy : null,
            Figures = c.Figures,
            Questionnaire = questionnaire is null ? null : Questionnaires.ViewOf(questionnaire),
            Plan = await RiskPlans.Of(db, id, questionnaire),
            Notes = staff ? await CustomerNotes.Of(db, id) : [],
            Trail = new CustomerTrail
            {
                CreatedAt = c.CreatedAt,
                CreatedBy = staff ? c.CreatedBy : "",
                ModifiedAt = c.ModifiedAt,
                ModifiedBy = staff ? c.ModifiedBy : null,
                Version = c.Version,
                RemovedAt = c.RemovedAt,
                RemovedBy = removed,
                HasAccount = user is not null,
                LastSignInAt = user?.LastSignInAt,
                SignIns = user?.SignIns ?? 0,
                LastSeenAt = user is null ? null : await Sessions.LastSeen(db, user.Id),
            },
        };
    }

    // A page of customers, with what their accounts say.
    private static async Task<List<CustomerEntry>> Entries(AppDb db, IQueryable<Customer> customers)
    {
        var users = db.Users;
        var rows = await customers
            .Select(CustomerEntry.Of)
            .Select(e => new
            {
                Customer = e,
                Account = users.Where(u => u.CustomerId == e.Id).Select(u => (Guid?)u.Id).FirstOrDefault(),
                SignIn = users.Where(u => u.CustomerId == e.Id).Select(u => u.LastSignInAt).FirstOrDefault(),
            })
            .ToListAsync();
        return rows.ConvertAll(r => r.Customer with { AccountId = r.Account, LastSignInAt = r.SignIn });
    }

    private async Task<IQueryable<Customer>> Filtered(AppDb db, CustomerFilter filter, int most = MaxFound)
    {
        var customers = db.Customers.Where(c => c.MergedInto == null);
        if (Word.Read<CustomerStatus>("status", filter.Status) is { } status)
            customers = customers.Where(c => c.Status == status);
        if (Word.Read<CustomerType>("type", filter.Type) is { } type)
            customers = customers.Where(c => c.Type == type);
        if (!string.IsNullOrEmpty(filter.Tier))
        {
            var tier = Tiers.All.Contains(filter.Tier)
                ? filter.Tier
                : throw Refusal.Invalid("tier", Words.Of("Word_Unknown", string.Join(", ", Tiers.All)));
            customers = customers.Where(c => c.MembershipTier == tier);
        }
        if (filter.Tag?.Trim() is { Length: > 0 } word)
        {
            var tag = "," + word.ToLowerInvariant().Replace('\0', ' ') + ",";
            if (!TextAttribute.CanBeStored(tag))
                return customers.Where(c => false);
            customers = customers.Where(c => c.TagText.Contains(tag));
        }
        if (!string.IsNullOrEmpty(filter.Segment))
        {
            var segment = SegmentNames.Read("segment", filter.Segment);
            customers = customers.Where(c => c.Segment == segment);
        }
        customers = Bought(customers, filter, db.Actor.Now);
        var text = filter.Search?.Replace('\0', ' ').Trim() ?? "";
        if (text.Length == 0)
            return customers;
        if (!TextAttribute.CanBeStored(text))
            return customers.Where(c => false);
        var ids = Phones.Asked(text) is { } digits ? await ByDigits(db, text, digits, most) : await Found(db, text, most);
        return customers.Where(c => ids.Contains(c.Id));
    }

    private static IQueryable<Customer> Bought(IQueryable<Customer> customers, CustomerFilter filter, DateTimeOffset now)
    {
        if (filter.OrderedFrom is { } from)
            customers = customers.Where(c => c.LastOrderAt >= from);
        if (filter.OrderedTo is { } to)
            customers = customers.Where(c => c.LastOrderAt < to);
        if (filter.OrderedDays is { } days)
        {
            if (days is < 1 or > 3_650)
                throw Refusal.Invalid("orderedDays", Words.Of("Range_Beyond", 1, 3_650));
            var since = now - TimeSpan.FromDays(days);
            customers = customers.Where(c => c.LastOrderAt >= since);
        }
        if (filter.ValueFrom is { } least)
        {
            least = Amount("valueFrom", least);
            customers = customers.Where(c => c.TotalOrderValue >= least);
        }
        if (filter.ValueTo is { } most)
        {
            most = Amount("valueTo", most);
            customers = customers.Where(c => c.TotalOrderValue <= most);
        }
        return customers;
    }

    private static decimal Amount(string field, decimal amount) =>
        amount is >= 0 and <= Money.Most
            ? decimal.Round(amount, 4)
            : throw Refusal.Invalid(
                field,
                Words.Of("Amount_Bad", Money.Most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture))
            );

    // Half a phone number may match a million phones, more than the word index returns quickly; an index of its own has those that begin
    // like it in order.
    private async Task<HashSet<Guid>> ByDigits(AppDb db, string text, string digits, int most)
    {
        var end = digits.PadRight(30, '9');
        var ids = (
            await db
                .Customers.Where(c =>
                    c.MergedInto == null
                    && c.PhoneKey != null
                    && string.Compare(c.PhoneKey, digits) >= 0
                    && string.Compare(c.PhoneKey, end) <= 0
                )
                .OrderBy(c => c.PhoneKey)
                .Take(most)
                .Select(c => c.Id)
                .ToListAsync()
        ).ToHashSet();
        if (long.TryParse(digits, out var number))
            ids.UnionWith(await db.Customers.Where(c => c.Number == number).Select(c => c.Id).ToListAsync());
        if (ids.Count < most)
            ids.UnionWith(await Found(db, text, most));
        if (ids.Count < most && digits != text)
            ids.UnionWith(await Found(db, digits, most));
        if (ids.Count < most && Phones.Within(digits) is { } within)
            ids.UnionWith(await Found(db, within, most));
        return ids;
    }

    private async Task<HashSet<Guid>> Found(AppDb db, string text, int most)
    {
        var (ids, query) = (
            new HashSet<Guid>(),
            new SearchQuery(text, Audience.Staff) { Kinds = [CustomerIndex.Kind], Limit = Math.Min(most, PartSize) }
        );
        for (var part = 0; part < MaxParts && ids.Count < most; part++)
        {
            var hits = await index.Find(db, query);
            foreach (var hit in hits)
                ids.Add(hit.SubjectId);
            if (hits.Count < query.Limit)
                break;
            query = query with { Before = hits[^1].RowId };
        }
        return ids;
    }

    // The hits are a short list of ids. To order them SQLite would walk the whole company by the index of the order; an expression that is
    // not a column has no such index.
    private static Expression<Func<Customer, DateTimeOffset?>> Made(CustomerFilter filter) =>
        filter.Search is { Length: > 0 } ? c => c.Id == Guid.Empty ? null : c.CreatedAt : c => c.CreatedAt;

    private static IQueryable<Customer> Sorted(IQueryable<Customer> customers, CustomerFilter filter, string? by, bool ascending)
    {
        IQueryable<Customer> By<T>(Expression<Func<Customer, T>> key) =>
            ascending ? customers.OrderBy(key).ThenBy(c => c.Id) : customers.OrderByDescending(key).ThenByDescending(c => c.Id);
        return by switch
        {
            null or "" or "customerSince" or "createdAt" => By(Made(filter)),
            "totalOrders" => By(c => c.TotalOrders),
            "totalOrderValue" => By(c => c.TotalOrderValue),
            "lastOrderDate" => By(c => c.LastOrderAt),
            "fullName" or "name" => By(c => c.Name),
            _ => throw Refusal.Invalid(
                "sortBy",
                Words.Of("Word_Unknown", "customerSince, createdAt, totalOrders, totalOrderValue, lastOrderDate, fullName")
            ),
        };
    }
}

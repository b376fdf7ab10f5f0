using CsDashboard.Accounts;
using CsDashboard.Customers.Trading;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>
/// The people whom the company serves: who they are. What changes of them is in Customers.Changing, what programs report in
/// Customers.Reporting.
/// </summary>
public sealed partial class CustomerRecords(
    Store store,
    Passwords passwords,
    Tenants tenants,
    SignIns signIns,
    Sessions sessions,
    ISearchIndex index,
    IEnumerable<IHoldCustomer> holds,
    AddressTelling telling
)
{
    private const int MaxFound = 8;

    /// <summary>
    /// Makes a customer with an account in the company that visitors belong to, and signs them in. A customer record that
    /// has the address but no account yet is not taken over: that is a Conflict, since the address is not proved. TooMany for a network
    /// that was told of many taken addresses (<see cref="AddressTelling"/>).
    /// </summary>
    public async Task<SignInOutcome> Register(Registration input, Visitor visitor, bool tokens)
    {
        input.Checked();
        telling.Demand(visitor);
        var actor = await Newcomer(input.Name!, visitor);
        var hash = await HashOf(actor, input.Password!, input.Email);
        return await telling.Counted(
            visitor,
            () =>
                store.Write(
                    actor,
                    async db =>
                    {
                        var customer = await Add(
                            db,
                            new NewCustomer
                            {
                                Name = input.Name,
                                Email = input.Email,
                                Phone = input.Phone,
                                Language = input.Language,
                                TimeZone = input.TimeZone,
                            }
                        );
                        var user = await Users.Add(
                            db,
                            new NewAccount
                            {
                                Name = input.Name!,
                                Email = input.Email!,
                                Role = Role.Customer,
                                PasswordHash = hash,
                                CustomerId = customer.Id,
                                Language = customer.Language,
                                TimeZone = customer.TimeZone,
                                IsConfirmed = false,
                            }
                        );
                        await db.SaveChangesAsync();
                        return await signIns.Begin(db, user, visitor, tokens);
                    }
                )
        );
    }

    /// <summary>
    /// As <see cref="Register"/>, with tier, trading account and questionnaire, and nobody is signed in (contract: enhanced, Registration).
    /// A taken address, compared by its normalised form, is Invalid with the code EMAIL_ALREADY_EXISTS.
    /// </summary>
    public async Task<CustomerView> Register(TraderRegistration input, Visitor visitor)
    {
        input.Checked();
        input.Trading.CheckAll();
        telling.Demand(visitor);
        var (actor, name) = (await Newcomer(input.Name!, visitor), input.Name!);
        var hash = await HashOf(actor, input.Password!, input.Email);
        try
        {
            return await telling.Counted(
                visitor,
                () =>
                    store.Write(
                        actor,
                        async db =>
                        {
                            var customer = await Add(db, new NewCustomer { Name = name, Email = input.Email });
                            customer.Wish(input.MembershipTier);
                            await Users.Add(
                                db,
                                new NewAccount
                                {
                                    Name = name,
                                    Email = input.Email!,
                                    Role = Role.Customer,
                                    PasswordHash = hash,
                                    CustomerId = customer.Id,
                                    IsConfirmed = false,
                                }
                            );
                            await Apply(db, customer, input.Trading.Account);
                            await db.SaveChangesAsync();
                            await Questionnaires.Answer(db, customer, input.Trading);
                            return ViewOf(customer);
                        }
                    )
            );
        }
        catch (Refusal taken) when (taken.Code == "email_taken")
        {
            throw Refusal.Invalid("email", taken.Message, "EMAIL_ALREADY_EXISTS");
        }
    }

    /// <summary>
    /// The form in which an address is compared, and whether it is free to register with. Invalid for anything that isn't an address;
    /// TooMany when asked more often than a person would (<see cref="AddressTelling"/>).
    /// </summary>
    public async Task<(string Normalised, bool IsFree)> LookAtEmail(string? email, Visitor visitor)
    {
        var normalised = Emails.Normalise(email);
        telling.Take(visitor);
        var tenant = await tenants.Default() ?? throw Refusal.NotFound();
        await using var db = store.Open(Actor.System(tenant, visitor.Clock));
        return (normalised, !await db.Customers.AnyAsync(c => c.NormalizedEmail == normalised) && !await Users.IsTaken(db, normalised));
    }

    private async Task<string> HashOf(Actor newcomer, string password, string? email) =>
        await passwords.Make(password, own: [newcomer.Name, email, (await tenants.Mine(newcomer)).Name]);

    private async Task<Actor> Newcomer(string name, Visitor visitor) =>
        Actor.System(await tenants.Default() ?? throw Refusal.NotFound(), visitor.Clock) with
        {
            Name = name.Trim(),
            Address = visitor.Address,
        };

    /// <summary>How many customers all companies have, for the health page; refreshed once a minute.</summary>
    public async Task<long> CountEverywhere(TimeProvider clock, CancellationToken cancellation = default)
    {
        if (counted is { } known && clock.Now() - known.At < TimeSpan.FromMinutes(1))
            return known.Count;
        await using var db = store.Open(Actor.System(Guid.Empty, clock));
#pragma warning disable RS0030 // A bare number over all companies; no row of any is read.
        var count = await db.Customers.IgnoreQueryFilters().LongCountAsync(cancellation);
#pragma warning restore RS0030
        counted = new Counted(count, clock.Now());
        return count;
    }

    private sealed record Counted(long Count, DateTimeOffset At);

    private volatile Counted? counted;

    /// <summary>
    /// A record without an account, made by staff. Only somebody who may assign tiers sets one; from anybody else it is a wish. Conflict
    /// for a taken address.
    /// </summary>
    public async Task<CustomerView> Add(Actor actor, NewCustomer input)
    {
        actor.Demand(CustomerRights.Add);
        input.Checked();
        var gives = actor.May(CustomerRights.SetTier) || input.MembershipTier is Tiers.Free;
        return await store.Write(
            actor,
            async db =>
            {
                var customer = await Add(db, input, gives ? input.MembershipTier : null);
                if (!gives)
                    customer.Wish(input.MembershipTier);
                return ViewOf(customer);
            }
        );
    }

    /// <summary>The customer that the actor is.</summary>
    public async Task<CustomerView> Me(Actor actor) => await View(actor, actor.DemandCustomer());

    /// <summary>One customer of the company, for staff.</summary>
    public async Task<CustomerView> Get(Actor actor, Guid customerId)
    {
        actor.Demand(CustomerRights.See);
        return await View(actor, customerId);
    }

    /// <summary>
    /// The id behind one of a customer's names (contract C5): number, unique id, public id, our id or that of the account, the userId
    /// that an outside service gave. Names of a merged record lead to the one it was merged into. A well-formed name that nobody has is
    /// NotFound; any other is Invalid.
    /// </summary>
    public async Task<Guid> Resolve(Actor actor, string? identifier)
    {
        actor.Demand(CustomerRights.See);
        var (found, wellFormed) = await Named(actor, identifier);
        return found
            ?? throw (
                wellFormed ? Refusal.NotFound(Words.Of("Customer_NotFound")) : Refusal.Invalid("customerId", Words.Of("Customer_BadId"))
            );
    }

    /// <summary>
    /// The same for calls that customers make too (contract: membership, Calls): staff anybody's, customers their own. NotFound for every
    /// name that leads to nobody, or to another.
    /// </summary>
    public async Task<Guid> Whose(Actor actor, string? identifier)
    {
        var (found, _) = await Named(actor, identifier);
        return found is { } id && (actor.IsStaff || actor.DemandCustomer() == id)
            ? id
            : throw Refusal.NotFound(Words.Of("Customer_NotFound"));
    }

    /// <summary>The customer that a name leads to, for staff and the service key; null for nobody of the company.</summary>
    public async Task<Guid?> Seek(Actor actor, string? identifier)
    {
        actor.Demand(CustomerRights.See);
        return (await Named(actor, identifier)).Found;
    }

    private async Task<(Guid? Found, bool WellFormed)> Named(Actor actor, string? identifier)
    {
        var text = identifier?.Trim() ?? "";
        if (text.Length is 0 or > 100 || !TextAttribute.CanBeStored(text))
            return (null, false);
        await using var db = store.Open(actor);
        var isNumber = long.TryParse(text, System.Globalization.NumberStyles.None, null, out var number);
        var wellFormed = true;
        IQueryable<Customer> named = db.Customers;
        if (Guid.TryParse(text, out var id))
        {
            var accounts = db.Users;
            named = named.Where(c => c.Id == id || c.OutsideId == text || accounts.Any(u => u.Id == id && u.CustomerId == c.Id));
        }
        else if (text.Length == 24 && text.All(char.IsAsciiHexDigitLower))
            named = named.Where(c => c.PublicId == text || c.OutsideId == text);
        else if (text.Length == 8 && text.All(char.IsAsciiHexDigitUpper))
            named = named.Where(c => c.UniqueId == text || (isNumber && c.Number == number) || c.OutsideId == text);
        else if (isNumber)
            named = named.Where(c => c.Number == number || c.OutsideId == text);
        else
            (wellFormed, named) = (false, named.Where(c => c.OutsideId == text));
        // Our own names take precedence over those that others gave.
        return (
            await named
                .OrderBy(c => c.OutsideId == text ? 1 : 0)
                .ThenBy(c => c.Number)
                .Select(c => (Guid?)(c.MergedInto ?? c.Id))
                .FirstOrDefaultAsync(),
            wellFormed
        );
    }

    /// <summary>
    /// The userId under which other services know the customer (contract C5), and the figures that are kept here. NotFound for one that is
    /// not of the actor's company.
    /// </summary>
    public static async Task<(string UserId, CustomerFigures Figures)> NameOutside(Store store, Actor actor, Guid customerId)
    {
        await using var db = store.Open(actor);
        var customer =
            await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == customerId)
            ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));
        var account = customer.OutsideId is null
            ? await db.Users.Where(u => u.CustomerId == customerId).Select(u => (Guid?)u.Id).FirstOrDefaultAsync()
            : null;
        return (customer.OutsideId ?? account?.ToString() ?? customer.PublicId, customer.Figures);
    }

    /// <summary>
    /// At most eight whose name, e-mail, phone or other names have the words, the newest first. Nothing for fewer than two letters.
    /// </summary>
    public async Task<IReadOnlyList<CustomerRow>> Search(Actor actor, string? text)
    {
        actor.Demand(CustomerRights.See);
        await using var db = store.Open(actor);
        var asked = text?.Replace('\0', ' ').Trim() ?? "";
        var query = new SearchQuery(asked, Audience.Staff) { Kinds = [CustomerIndex.Kind], Limit = MaxFound };
        var hits = await index.Find(db, query);
        if (Phones.Asked(asked) is { } digits)
            foreach (var form in new[] { digits, Phones.Within(digits) }.OfType<string>().Where(form => form != asked))
                hits = [.. hits.UnionBy(await index.Find(db, query with { Text = form }), h => h.SubjectId).Take(MaxFound)];
        var ids = hits.Select(h => h.SubjectId).ToList();
        var rows = await db
            .Customers.Where(c => ids.Contains(c.Id))
            .Select(c => new CustomerRow(c.Id, c.PublicId, c.Name, c.Email))
            .ToListAsync();
        return [.. rows.OrderBy(c => ids.IndexOf(c.Id))];
    }

    private async Task<CustomerView> View(Actor actor, Guid id)
    {
        await using var db = store.Open(actor);
        return ViewOf(await Read(db, id));
    }

    /// <summary>
    /// Inside a write: the value of orders is unknown until it is computed again. What an outside service reported stays.
    /// </summary>
    internal static Task ForgetOrderValues(AppDb db) =>
        db
            .Customers.Where(c => !c.OrdersReported && c.TotalOrderValue != 0)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.TotalOrderValue, 0m));

    /// <summary>The customer, in a write to be changed. NotFound for one that is not of the actor's company.</summary>
    internal static async Task<Customer> Find(AppDb db, Guid id) =>
        await db.Customers.SingleOrDefaultAsync(c => c.Id == id) ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));

    /// <summary>The customer as it stands. NotFound for one that is not of the actor's company.</summary>
    internal static async Task<Customer> Read(AppDb db, Guid id) =>
        await ById.First(db, new(id)) ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));

    private static readonly CompiledRead<AskedCustomer, Customer> ById = new(
        (db, asked) => db.Set<Customer>().AsNoTracking().Where(c => c.Id == asked.Id)
    );

    private sealed record AskedCustomer(Guid Id);

    /// <summary>NotFound for a customer that is not of the actor's company.</summary>
    internal static async Task Demand(AppDb db, Guid id)
    {
        if (await Known.First(db, new(id)) != id)
            throw Refusal.NotFound(Words.Of("Customer_NotFound"));
    }

    private static readonly CompiledRead<AskedCustomer, Guid> Known = new(
        (db, asked) => db.Set<Customer>().Where(c => c.Id == asked.Id).Select(c => c.Id)
    );

    /// <summary>Adds the record inside a write; the standard tier where none is given.</summary>
    internal static async Task<Customer> Add(AppDb db, NewCustomer input, string? tier = null)
    {
        var address = Emails.Read(input.Email!);
        if (await db.Customers.AnyAsync(c => c.NormalizedEmail == address.Normalised))
            throw Refusal.Conflict(Words.Of("Email_Taken"), "email_taken");
        // With eight digits, two of a million customers may draw the same id.
        var unique = Customer.NewUniqueId();
        while (await db.Customers.AnyAsync(c => c.UniqueId == unique))
            unique = Customer.NewUniqueId();
        var customer = new Customer
        {
            Number = 1 + (await db.Customers.MaxAsync(c => (long?)c.Number) ?? 1000),
            UniqueId = unique,
            Name = input.Name!.Trim(),
            Email = address.Shown,
            NormalizedEmail = address.Normalised,
            CreatedAt = db.Actor.Now,
            CreatedBy = db.Actor.Name,
            MembershipTier = tier ?? Tiers.Standard,
            OutsideId = Blank(input.OutsideId),
        };
        await Apply(db, customer, input.Change);
        db.Customers.Add(customer);
        db.Record(new CustomerAdded(customer.Id, customer.Name, customer.Email));
        return customer;
    }

    internal static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static CustomerView ViewOf(Customer c) =>
        new()
        {
            Id = c.Id,
            PublicId = c.PublicId,
            UniqueId = c.UniqueId,
            Number = c.Number,
            Name = c.Name,
            Email = c.Email,
            Phone = c.Phone,
            Status = c.Status,
            Language = c.Language,
            TimeZone = c.TimeZone,
            CreatedAt = c.CreatedAt,
            Type = c.Type,
            MembershipTier = c.MembershipTier,
            TagText = c.TagText,
            Figures = c.Figures,
        };
}

using System.Security.Cryptography;
using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

public sealed partial class CustomerRecords
{
    private const int MaxBulk = 500;

    /// <summary>
    /// Changes what the input names, all of it or nothing. Status and type are an admin's to change, the tier also a program's.
    /// Forbidden with EMAIL_MODIFICATION_BLOCKED for another address than the stored one, which is recorded (contract: enhanced, E-mail).
    /// Conflict <c>newer_change</c> when somebody changed the record since it was seen. Safe to repeat.
    /// </summary>
    public async Task<CustomerDetail> Change(Actor actor, Guid customerId, CustomerChange change)
    {
        actor.Demand(CustomerRights.Change);
        if ((change.Status ?? change.Type) is not null)
            actor.Demand(CustomerRights.SetStanding);
        if (change.MembershipTier is not null)
            actor.Demand(CustomerRights.SetTier);
        change.Checked();
        var (status, type) = (Word.Read<CustomerStatus>("status", change.Status), Word.Read<CustomerType>("type", change.Type));
        if (change.Tags is not null)
            TagWords.Join(change.Tags);
        if (change.Name is not null && change.Name.Trim().Length == 0)
            throw Refusal.Invalid("name", Words.Of("Text_Required"));
        if (Blank(change.TimeZone) is { } zone && Zones.Read(zone) is null)
            throw Refusal.Invalid("timeZone", Words.Of("TimeZone_Unknown"));
        await RefuseOtherEmail(store, actor, customerId, change.Email);
        var (detail, ended) = await store.Write(
            actor,
            async db =>
            {
                var customer = await Find(db, customerId);
                if (change.SeenVersion is { } seen && seen != customer.Version)
                    throw Refusal.Conflict(Words.Of("Customer_Newer", customer.ModifiedBy ?? ""), "newer_change");
                var before = customer.Facts;
                await Apply(db, customer, change);
                RecordChange(db, customer, before);
                if (customer.Name != before.Name)
                    await Users.Rename(db, customerId, customer.Name);
                if (change.MembershipTier is { } tier)
                    MoveToTier(db, customer, tier);
                if (type is { } called)
                    Call(db, customer, called);
                var over = status is { } wanted ? await Move(db, customer, wanted, change.Reason) : [];
                if (Blank(change.Note) is { } note)
                    CustomerNotes.Add(db, customer, note);
                await db.SaveChangesAsync();
                return (await CustomerLists.Detail(db, customer), over);
            }
        );
        sessions.Gone(actor.TenantId, ended);
        return Renamed(detail);
    }

    // Pages that are opened from now on call them by the new name.
    private CustomerDetail Renamed(CustomerDetail detail)
    {
        if (Guid.TryParse(detail.UserId, out var user))
            sessions.ForgetUser(user);
        return detail;
    }

    /// <summary>Customers change their own record. Invalid for another birthday than the one they gave before.</summary>
    public async Task<CustomerDetail> ChangeMine(Actor actor, OwnDetails input)
    {
        var id = actor.DemandCustomer();
        input.Checked();
        var detail = await store.Write(
            actor,
            async db =>
            {
                var customer = await Find(db, id);
                var before = customer.Facts;
                if (customer.Birthday is not null && input.Birthday != customer.Birthday)
                    throw Refusal.Invalid("birthday", Words.Of("Birthday_Fixed"));
                await Apply(db, customer, input.Change);
                RecordChange(db, customer, before);
                if (customer.Name != before.Name)
                    await Users.Rename(db, id, customer.Name);
                await db.SaveChangesAsync();
                return await CustomerLists.Detail(db, customer);
            }
        );
        return Renamed(detail);
    }

    /// <summary>
    /// Any status to any other (contract: crm, Statuses and types). A customer who is not Active is signed out everywhere and can't sign in
    /// until they are Active again. Safe to repeat.
    /// </summary>
    public async Task SetStatus(Actor actor, Guid customerId, CustomerStatus status, string? reason = null)
    {
        actor.Demand(CustomerRights.SetStanding);
        if (reason is not null && reason.Trim().Length > 500)
            throw Refusal.Invalid("reason", Words.Of("Text_TooLong", 500));
        if (reason is not null && !TextAttribute.CanBeStored(reason))
            throw Refusal.Invalid("reason", Words.Of("Text_BadCharacters"));
        sessions.Gone(
            actor.TenantId,
            await store.Write(actor, async db => await Move(db, await Find(db, customerId), status, Blank(reason)))
        );
    }

    /// <summary>
    /// The same change of many at once, 1 to 500, all of it or nothing: tags to add and to take away, and the status, which is an
    /// admin's. Gives those who actually changed; safe to repeat. NotFound when one of them is not of the company; Invalid when
    /// one would have more tags than there may be.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> ChangeAll(Actor actor, IReadOnlyCollection<Guid> customerIds, BulkChange change)
    {
        actor.Demand(CustomerRights.Change);
        if (change.Status is not null)
            actor.Demand(CustomerRights.SetStanding);
        change.Checked();
        var status = Word.Read<CustomerStatus>("status", change.Status);
        var (more, less) = (TagWords.Split(TagWords.Join(change.AddTags ?? [])), TagWords.Split(TagWords.Join(change.RemoveTags ?? [])));
        if (customerIds.Count is 0 or > MaxBulk)
            throw Refusal.Invalid("ids", Words.Of("Bulk_Customers", MaxBulk));
        var ids = customerIds.Distinct().ToList();
        var (changed, ended) = await store.Write(
            actor,
            async db =>
            {
                var customers = await db.Customers.Where(c => ids.Contains(c.Id)).ToListAsync();
                if (customers.Count < ids.Count)
                    throw Refusal.NotFound(Words.Of("Customer_NotFound"));
                var (other, over) = (new List<Guid>(), new List<(Guid, IReadOnlyList<Guid>)>());
                foreach (var customer in customers)
                {
                    var (before, version) = (customer.Facts, customer.Version);
                    if (more.Count + less.Count > 0)
                        customer.TagText = TagWords.Join(customer.Tags.Except(less).Union(more));
                    RecordChange(db, customer, before);
                    if (status is { } wanted)
                        over.AddRange(await Move(db, customer, wanted, change.Reason));
                    if (customer.Version != version)
                        other.Add(customer.Id);
                }
                return (other, over);
            }
        );
        sessions.Gone(actor.TenantId, ended);
        return changed;
    }

    /// <summary>Safe to repeat.</summary>
    public Task SetType(Actor actor, Guid customerId, CustomerType type)
    {
        actor.Demand(CustomerRights.SetStanding);
        return store.Write(actor, async db => Call(db, await Find(db, customerId), type));
    }

    /// <summary>Moves a customer to another membership tier. Invalid for one that isn't in <see cref="Tiers"/>; safe to repeat.</summary>
    public Task SetTier(Actor actor, Guid customerId, string tier)
    {
        actor.Demand(CustomerRights.SetTier);
        if (!Tiers.All.Contains(tier))
            throw Refusal.Invalid("membershipTier", Words.Of("Word_Unknown", string.Join(", ", Tiers.All)));
        return store.Write(actor, async db => MoveToTier(db, await Find(db, customerId), tier));
    }

    /// <summary>
    /// Nothing is deleted (contract: enhanced, No-delete policy; contract C4): the customer becomes Inactive, can no longer sign in, and a
    /// permanent record with the SHA-256 of the address is kept. Refused as Invalid while an order or a complaint is open; the attempt is
    /// recorded either way. Gives the time since when they count as deleted; safe to repeat.
    /// </summary>
    public async Task<DateTimeOffset> Remove(Actor actor, Guid customerId)
    {
        actor.Demand(CustomerRights.SetStanding);
        var outside = await holds.WhyOutside(actor, customerId);
        var (why, at, ended) = await store.Write(
            actor,
            async db =>
            {
                var customer = await Find(db, customerId);
                if (customer.RemovedAt is { } already)
                    return ((string?)null, already, NobodyEnded);
                if ((outside ?? await holds.Why(db, customerId)) is { } open)
                {
                    db.Record(new DeleteAttempted(customerId, customer.Name, customer.Status, customer.Status, open));
                    return (open, default, NobodyEnded);
                }
                var before = customer.Status;
                customer.Remove(actor.Now);
                customer.Touch(actor);
                await RemovedCustomer.Keep(db, customer);
                db.Record(new DeleteAttempted(customerId, customer.Name, before, customer.Status, null));
                return (null, actor.Now, await Users.Admit(db, customerId, false));
            }
        );
        if (why is not null)
            throw Refusal.Invalid("customerId", why, "delete_refused");
        sessions.Gone(actor.TenantId, ended);
        return at;
    }

    private static readonly IReadOnlyList<(Guid User, IReadOnlyList<Guid> Sessions)> NobodyEnded = [];

    /// <summary>
    /// Refuses and records a different address. Done before the write of the change, whose refusal would undo the record.
    /// </summary>
    private static async Task RefuseOtherEmail(Store store, Actor actor, Guid customerId, string? email)
    {
        if (string.IsNullOrWhiteSpace(email))
            return;
        var wanted = Emails.Normalise(email);
        var blocked = await store.Write(
            actor,
            async db =>
            {
                var customer = await Find(db, customerId);
                if (customer.NormalizedEmail == wanted)
                    return false;
                db.Record(new EmailChangeAttempted(customerId, customer.Name, customer.Email, email.Trim()));
                return true;
            }
        );
        if (blocked)
            throw Refusal.Forbidden(Words.Of("Email_Fixed"), "EMAIL_MODIFICATION_BLOCKED");
    }

    /// <summary>
    /// Changes what was asked for, inside a write. A phone without its country is of the company's; Invalid (phone) for what is no number.
    /// </summary>
    internal static async Task Apply(AppDb db, Customer customer, CustomerChange change)
    {
        var country = Blank(change.Phone) is null ? null : await Tenants.CountryOf(db);
        customer.Become(CustomerFields.Asked.Aggregate(customer.State, (state, field) => field.Apply(state, change, country)));
    }

    /// <summary>Records what changed; nothing if nothing did.</summary>
    internal static void RecordChange(AppDb db, Customer customer, CustomerFacts before)
    {
        if (customer.Facts == before)
            return;
        customer.Touch(db.Actor);
        db.Record(new CustomerChanged(customer.Id, customer.Name, before, customer.Facts));
    }

    private static async Task<IReadOnlyList<(Guid User, IReadOnlyList<Guid> Sessions)>> Move(
        AppDb db,
        Customer customer,
        CustomerStatus status,
        string? reason
    )
    {
        var before = customer.Status;
        if (!customer.MoveTo(status))
            return [];
        customer.Touch(db.Actor);
        db.Record(new CustomerStatusChanged(customer.Id, customer.Name, before, status, Blank(reason)));
        return await Users.Admit(db, customer.Id, customer.MaySignIn);
    }

    private static void Call(AppDb db, Customer customer, CustomerType type)
    {
        var before = customer.Type;
        if (!customer.Call(type))
            return;
        customer.Touch(db.Actor);
        db.Record(new CustomerTypeChanged(customer.Id, customer.Name, before, type));
    }

    /// <summary>Inside a write: the customer has another membership tier from now on; what they had wished for is settled.</summary>
    internal static void MoveToTier(AppDb db, Customer customer, string tier)
    {
        customer.WishedTier = null;
        if (customer.MembershipTier == tier)
            return;
        db.Record(new CustomerTierChanged(customer.Id, customer.Name, customer.MembershipTier, tier));
        customer.MembershipTier = tier;
        customer.Touch(db.Actor);
    }
}

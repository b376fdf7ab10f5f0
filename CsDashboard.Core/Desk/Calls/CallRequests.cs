using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Calls;

/// <summary>Calls that customers ask for and staff arrange.</summary>
public sealed class CallRequests(Store store, SlaPolicies policies, CallSlots slots, Shares shares)
{
    /// <summary>How many a customer may ask for within an hour.</summary>
    public const int AnHour = 10;
    private const int MostShown = 500;

    /// <summary>
    /// The customer asks for a call. With scheduledAt it is scheduled at once (contract: portal, Calls), and so it is with one of the
    /// times that are offered; with wishes, or neither, it is requested. Conflict <c>slot_taken</c> when somebody was faster; Invalid for a
    /// time that is not offered, more than three wishes, a wish outside the hours in which the company works, and a time that has passed or
    /// is further away than a year; NotFound for a ticket of somebody else; TooMany beyond ten within an hour.
    /// </summary>
    public async Task<CallView> Request(Actor actor, NewCall input)
    {
        var (customerId, user) = (actor.DemandCustomer(), actor.DemandUser());
        input.Checked();
        var wishes = (input.Wishes ?? []).Select(w => w.ToUniversalTime()).Distinct().Order().ToList();
        if (wishes.Count > CallRequest.MaxWishes)
            throw Refusal.Invalid("wishes", Words.Of("Call_Wishes", CallRequest.MaxWishes));
        foreach (var wish in wishes)
            CallRequest.DemandTime("wishes", wish, actor.Now);
        var hours = (await policies.Get(actor)).Hours;
        if (wishes.Any(w => !hours.IsOpen(w)))
            throw Refusal.Invalid("wishes", Words.Of("Call_Closed"));
        var id = await store.Write(
            actor,
            async db =>
            {
                await shares.Demand(
                    actor,
                    "Share_Calls",
                    AnHour,
                    TimeSpan.FromHours(1),
                    db.CallRequests.Where(c => c.RequestedBy == user).Select(c => c.CreatedAt)
                );
                Guid? ticketId =
                    string.IsNullOrEmpty(input.TicketId) ? null
                    : Guid.TryParse(input.TicketId, out var t) ? t
                    : throw Refusal.NotFound();
                if (ticketId is { } asked)
                    await Tickets.Find(db, actor, asked);
                var customer = await db
                    .Customers.Where(c => c.Id == customerId)
                    .Select(c => new
                    {
                        c.Name,
                        c.Phone,
                        c.TimeZone,
                    })
                    .SingleAsync();
                var call = new CallRequest
                {
                    CustomerId = customerId,
                    RequestedBy = user,
                    TicketId = ticketId,
                    Phone = await Tenants.PhoneOf(db, input.Phone) ?? customer.Phone,
                    Note = input.Note?.Trim(),
                    Wishes = wishes,
                    CreatedAt = actor.Now,
                    TimeZone = Zones.Read(input.TimeZone) ?? customer.TimeZone,
                };
                var minutes = (await slots.Of(db)).Minutes;
                if (input.Slot?.ToUniversalTime() is { } slot)
                    call.Schedule(slot, await slots.Take(db, slot), actor.Now, minutes);
                else if (input.ScheduledAt is { } at)
                    call.Schedule(at.ToUniversalTime(), null, actor.Now, minutes);
                db.CallRequests.Add(call);
                db.Record(
                    new CallRequested(
                        call.Id,
                        customerId,
                        customer.Name,
                        call.Phone,
                        call.Note,
                        call.ScheduledAt ?? wishes.Cast<DateTimeOffset?>().FirstOrDefault()
                    )
                );
                return call.Id;
            }
        );
        return await Get(actor, id);
    }

    /// <summary>Newest first: the customer's own, or for staff the company's; 50 at a time, by status or customer if asked.</summary>
    public async Task<IReadOnlyList<CallView>> List(Actor actor, string? status = null, int skip = 0, Guid? customerId = null)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var calls = Visible(db, actor);
        if (customerId is { } customer)
            calls = calls.Where(c => c.CustomerId == customer);
        if (string.Equals(status, "pending", StringComparison.Ordinal))
            calls = calls.Where(c => c.Status == CallStatus.Requested || c.Status == CallStatus.Scheduled);
        else if (Word.Read<CallStatus>("status", status) is { } wanted)
            calls = calls.Where(c => c.Status == wanted);
        return await Views(db, calls.OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id).Skip(skip).Take(50));
    }

    /// <summary>For staff: the calls whose time is between the two, those that took place too, in their order. At most 500.</summary>
    public async Task<IReadOnlyList<CallView>> Between(Actor actor, DateTimeOffset from, DateTimeOffset to)
    {
        actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var (first, last) = (from.ToUniversalTime(), to.ToUniversalTime());
        return await Views(
            db,
            db.CallRequests.Where(c =>
                    (c.Status == CallStatus.Scheduled || c.Status == CallStatus.Completed) && c.ScheduledAt >= first && c.ScheduledAt < last
                )
                .OrderBy(c => c.ScheduledAt)
                .ThenBy(c => c.Id)
                .Take(MostShown)
        );
    }

    public async Task<CallView> Get(Actor actor, Guid callId)
    {
        await using var db = store.Open(actor);
        return (await Views(db, Visible(db, actor).Where(c => c.Id == callId))).SingleOrDefault() ?? throw Refusal.NotFound();
    }

    /// <summary>The customer, or staff, takes the request back. Safe to repeat; Conflict once it is over.</summary>
    public Task Cancel(Actor actor, Guid callId) => Change(actor, callId, call => call.Cancel(actor.Now));

    /// <summary>
    /// What speaks against a time for a call that the actor would make: it is outside working hours, or the actor or the customer has
    /// another call. Staff may choose it all the same.
    /// </summary>
    public async Task<CallClash> Clashes(Actor actor, Guid callId, DateTimeOffset at)
    {
        actor.Demand(DeskRights.Answer);
        var hours = (await policies.Get(actor)).Hours;
        await using var db = store.Open(actor);
        var call = await db.CallRequests.SingleOrDefaultAsync(c => c.Id == callId) ?? throw Refusal.NotFound();
        var length = (await slots.Of(db)).Length;
        var (begin, customers) = (at.ToUniversalTime(), db.Customers);
        var (from, to) = (begin.AddMinutes(-CallSettings.MostMinutes), begin + length);
        var others = await db
            .CallRequests.Where(c =>
                c.Id != callId
                && c.Status == CallStatus.Scheduled
                && c.ScheduledAt > from
                && c.ScheduledAt < to
                && (c.AgentId == actor.UserId || c.CustomerId == call.CustomerId)
            )
            .OrderBy(c => c.ScheduledAt)
            .Select(c => new
            {
                c.ScheduledAt,
                c.Minutes,
                Name = customers.Where(x => x.Id == c.CustomerId).Select(x => x.Name).First(),
            })
            .ToListAsync();
        var other = others.Find(c => c.ScheduledAt!.Value.AddMinutes(c.Minutes) > begin);
        var next = hours.NextOpening(at);
        return new(next == at ? null : next, other?.ScheduledAt, other?.Name);
    }

    /// <summary>
    /// Sets or changes the time. Invalid for one that has passed or is further away than a year, Conflict once the request is over.
    /// </summary>
    public async Task Schedule(Actor actor, Guid callId, DateTimeOffset at)
    {
        var minutes = (await slots.Settings(actor)).Minutes;
        await ChangeByStaff(actor, callId, call => call.Schedule(at.ToUniversalTime(), actor.UserId, actor.Now, minutes));
    }

    /// <summary>Needs a reason, which the customer reads.</summary>
    public Task Reject(Actor actor, Guid callId, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw Refusal.Invalid("reason", Words.Of("Text_Required"));
        if (reason.Trim().Length > 500)
            throw Refusal.Invalid("reason", Words.Of("Text_TooLong", 500));
        return ChangeByStaff(actor, callId, call => call.Reject(reason, actor.UserId, actor.Now));
    }

    public Task Complete(Actor actor, Guid callId, string? outcome)
    {
        if (outcome?.Trim().Length > 2000)
            throw Refusal.Invalid("outcome", Words.Of("Text_TooLong", 2000));
        return ChangeByStaff(actor, callId, call => call.Complete(outcome, actor.UserId, actor.Now));
    }

    private Task ChangeByStaff(Actor actor, Guid callId, Func<CallRequest, bool> act)
    {
        actor.Demand(DeskRights.Answer);
        return Change(actor, callId, act);
    }

    private Task Change(Actor actor, Guid callId, Func<CallRequest, bool> act) =>
        store.Write(
            actor,
            async db =>
            {
                var call = await Visible(db, actor).SingleOrDefaultAsync(c => c.Id == callId) ?? throw Refusal.NotFound();
                var before = call.Status;
                if (!act(call))
                    return;
                var name = await db.Customers.Where(c => c.Id == call.CustomerId).Select(c => c.Name).SingleAsync();
                db.Record(
                    new CallChanged(
                        call.Id,
                        call.CustomerId,
                        name,
                        before,
                        call.Status,
                        call.ScheduledAt,
                        call.Reason,
                        actor.Role == Role.Customer
                    )
                );
            }
        );

    private static IQueryable<CallRequest> Visible(AppDb db, Actor actor)
    {
        if (actor.IsStaff)
            return db.CallRequests;
        var own = actor.DemandCustomer();
        return db.CallRequests.Where(c => c.CustomerId == own);
    }

    private static async Task<IReadOnlyList<CallView>> Views(AppDb db, IQueryable<CallRequest> calls)
    {
        var (staff, customers, tickets, users) = (db.Actor.IsStaff, db.Customers, db.Tickets, db.Users);
        return await calls
            .Select(c => new CallView
            {
                Id = c.Id,
                CustomerId = c.CustomerId,
                CustomerName = customers.Where(x => x.Id == c.CustomerId).Select(x => x.Name).First(),
                RequestedBy = c.RequestedBy,
                TicketId = c.TicketId,
                TicketShort = tickets.Where(t => t.Id == c.TicketId).Select(t => (int?)t.Short).FirstOrDefault(),
                Phone = c.Phone,
                Note = c.Note,
                Status = c.Status,
                Wishes = c.Wishes,
                TimeZone = c.TimeZone,
                ScheduledAt = c.ScheduledAt,
                AgentId = c.AgentId,
                Minutes = c.Minutes,
                AgentName = users.Where(u => u.Id == c.AgentId).Select(u => u.Name).FirstOrDefault(),
                Reason = c.Reason,
                Outcome = staff ? c.Outcome : null,
                CreatedAt = c.CreatedAt,
                CustomerPublicId = customers.Where(x => x.Id == c.CustomerId).Select(x => x.PublicId).First(),
                Subject = tickets.Where(t => t.Id == c.TicketId).Select(t => t.Subject).FirstOrDefault(),
                UpdatedAt = c.UpdatedAt,
            })
            .ToListAsync();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

public sealed class CustomerNotes(Store store)
{
    internal const int Newest = 50;

    /// <summary>Invalid for an empty note or one of more than 1000 letters (contract: crm, Validation).</summary>
    public async Task<CustomerNoteView> Add(Actor actor, Guid customerId, NewCustomerNote input)
    {
        actor.Demand(CustomerRights.Change);
        input.Checked();
        return await store.Write(actor, async db => Add(db, await CustomerRecords.Find(db, customerId), input.Text!));
    }

    /// <summary>The fifty newest, newest first.</summary>
    public async Task<IReadOnlyList<CustomerNoteView>> List(Actor actor, Guid customerId)
    {
        actor.Demand(CustomerRights.See);
        await using var db = store.Open(actor);
        return await Of(db, customerId);
    }

    internal static CustomerNoteView Add(AppDb db, Customer customer, string text)
    {
        var note = new CustomerNote
        {
            CustomerId = customer.Id,
            Text = text.Trim(),
            Author = db.Actor.Name,
            AuthorId = db.Actor.UserId,
            At = db.Actor.Now,
        };
        db.CustomerNotes.Add(note);
        db.Record(new CustomerNoted(customer.Id, note.Id, customer.Name, note.Text));
        return new CustomerNoteView(note.Id, note.Text, note.Author, note.At);
    }

    internal static async Task<IReadOnlyList<CustomerNoteView>> Of(AppDb db, Guid customerId) =>
        await db
            .CustomerNotes.Where(n => n.CustomerId == customerId)
            .OrderByDescending(n => n.At)
            .ThenByDescending(n => n.Id)
            .Take(Newest)
            .Select(n => new CustomerNoteView(n.Id, n.Text, n.Author, n.At))
            .ToListAsync();
}

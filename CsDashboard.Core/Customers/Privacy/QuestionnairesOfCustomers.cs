using CsDashboard.Customers.Trading;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>What the customer said about their trading. Versions are numbered by time, whichever record they belonged to.</summary>
internal sealed class QuestionnairesOfCustomers() : PersonalRows<Questionnaire>("questionnaires", ErasureAction.Erase, ErasureAction.Keep)
{
    protected override IQueryable<Questionnaire> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.Questionnaires.Where(q => records.Contains(q.CustomerId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var ids = await db
            .Questionnaires.Where(q => q.CustomerId == from && (only == null || only.Contains(q.Id)))
            .Select(q => q.Id)
            .ToListAsync();
        if (ids.Count == 0)
            return ids;
        // First out of the way of the versions that exist, then numbered anew.
        await db
            .Questionnaires.Where(q => ids.Contains(q.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(q => q.CustomerId, to).SetProperty(q => q.Version, q => -1_000_000 - q.Version));
        foreach (var customer in new[] { from, to })
            await CountAnew(db, customer);
        return ids;
    }

    private static async Task CountAnew(AppDb db, Guid customer)
    {
        var ids = await db
            .Questionnaires.Where(q => q.CustomerId == customer)
            .OrderBy(q => q.At)
            .ThenBy(q => q.Id)
            .Select(q => q.Id)
            .ToListAsync();
        // In two steps, since two rows can't share a version even for a moment.
        for (var i = 0; i < ids.Count; i++)
            await Number(ids[i], -1 - i);
        for (var i = 0; i < ids.Count; i++)
            await Number(ids[i], 1 + i);

        Task Number(Guid id, int version) =>
            db.Questionnaires.Where(q => q.Id == id).ExecuteUpdateAsync(set => set.SetProperty(q => q.Version, version));
    }

    protected override IQueryable<Questionnaire> Handed(IQueryable<Questionnaire> rows, bool own) =>
        rows.OrderBy(q => q.At).ThenBy(q => q.Id);

    protected override ExportRow RowOf(AppDb db, Questionnaire q, bool own) =>
        new(
            ("At", q.At),
            ("Version", q.Version),
            ("Author", q.By),
            ("Experience", Word.Of(q.Experience)),
            ("Tolerance", Word.Of(q.Tolerance)),
            ("Pairs", string.Join(", ", q.Pairs)),
            ("Answers", string.Join("\n", q.Answers.Select(a => $"{a.Key}: {a.Value}")))
        );
}

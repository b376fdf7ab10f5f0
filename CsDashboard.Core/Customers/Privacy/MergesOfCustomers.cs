using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>What merges remember of the fields of both records.</summary>
internal sealed class MergesOfCustomers() : PersonalData("merges", ErasureAction.Erase)
{
    public override bool IsStaffOnly => true;
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.CustomerMerges.CountAsync(m => records.Contains(m.LoserId));

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
            db.CustomerMerges.Where(m => (work.Records.Contains(m.WinnerId) || work.Records.Contains(m.LoserId)) && m.StateText != "{}")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.StateText, "{}"))
        );
}

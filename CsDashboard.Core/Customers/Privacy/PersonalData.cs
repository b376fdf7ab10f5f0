using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// A kind of data that a room keeps about customers: how it moves to another record in a merge, how it is handed out, and what may happen
/// to it when the customer is erased. Each room describes its own rows; nobody else knows them. The texts are Kind_NAME and, for what is
/// kept by rule, Kind_NAME_Why of <see cref="Words"/>.
/// </summary>
public abstract class PersonalData(string name, params ErasureAction[] fates)
{
    public string Name => name;

    /// <summary>What may happen to it when the customer is erased, the default first.</summary>
    public IReadOnlyList<ErasureAction> Fates => fates;

    /// <summary>Later kinds may need what earlier ones leave behind; the lowest number goes first.</summary>
    public virtual int Order => 0;

    /// <summary>For staff alone: not part of what customers are handed about themselves.</summary>
    public virtual bool IsStaffOnly => false;

    /// <summary>Whether the merge dialog lists it; tables that only support another are left out.</summary>
    public virtual bool IsTold => true;

    public abstract Task<int> Count(AppDb db, IReadOnlyList<Guid> records);

    /// <summary>
    /// Gives rows to another record, inside a write: all rows of a record, or only those with the ids. Says which went, so that it can be
    /// undone.
    /// </summary>
    public virtual Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Task.FromResult<IReadOnlyList<Guid>>([]);

    /// <summary>For <see cref="Move"/>: gives rows, each with an Id, to another owner.</summary>
    protected static async Task<IReadOnlyList<Guid>> Give<T, TOwner>(
        IQueryable<T> rows,
        IReadOnlyCollection<Guid>? only,
        Expression<Func<T, TOwner>> owner,
        TOwner to
    )
        where T : class
    {
        if (only is not null)
            rows = rows.Where(r => only.Contains(EF.Property<Guid>(r, "Id")));
        var ids = await rows.Select(r => EF.Property<Guid>(r, "Id")).ToListAsync();
        if (ids.Count > 0)
            await rows.Where(r => ids.Contains(EF.Property<Guid>(r, "Id"))).ExecuteUpdateAsync(set => set.SetProperty(owner, to));
        return ids;
    }

    /// <summary>Fields of a row that the customer is not handed.</summary>
    protected static (string Name, object? Value)[] ForStaff(bool own, params (string Name, object? Value)[] fields) => own ? [] : fields;

    /// <summary>The accounts of the records.</summary>
    protected static IQueryable<User> AccountsOf(AppDb db, IReadOnlyList<Guid> records) =>
        db.Users.Where(u => records.Any(r => r == u.CustomerId));

    /// <summary>The rows, oldest first; for customers themselves without what is for staff alone.</summary>
    public virtual IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) => AsyncEnumerable.Empty<ExportRow>();

    public virtual IAsyncEnumerable<ExportFile> Files(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        AsyncEnumerable.Empty<ExportFile>();

    /// <summary>Does part of the work; 0 means that nothing is left.</summary>
    public virtual Task<int> Erase(Erasing work) => Task.FromResult(0);

    /// <summary>Things of the records that have entries in the history: those entries are about the customer, too.</summary>
    public virtual IQueryable<Guid>? Subjects(AppDb db, IReadOnlyList<Guid> records) => null;
}

using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>What customers look like. Their pictures go with their accounts in a merge.</summary>
internal sealed class FacesOfCustomers(Pictures pictures) : PersonalData("faces", ErasureAction.Erase)
{
    // While their accounts are there.
    public override int Order => -10;

    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        foreach (var (at, file) in await Handed(db, records))
            yield return new ExportRow(("At", at), ("File", file.Path));
    }

    public override async IAsyncEnumerable<ExportFile> Files(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        foreach (var (_, file) in await Handed(db, records))
            yield return file;
    }

    public override async Task<int> Erase(Erasing work)
    {
        var shown = await work.Store.Write(
            work.Actor,
            async db =>
            {
                var uses = await Of(db, work.Records).OrderBy(u => u.Id).Take(Erasing.AtOnce).ToListAsync();
                db.PictureUses.RemoveRange(uses);
                return uses.ConvertAll(u => u.PictureId);
            }
        );
        foreach (var id in shown)
            await pictures.Remove(work.Actor, id);
        return shown.Count;
    }

    private static async Task<List<(DateTimeOffset At, ExportFile File)>> Handed(AppDb db, IReadOnlyList<Guid> records)
    {
        var rows = await Of(db, records)
            .OrderBy(u => u.CreatedAt)
            .Join(
                db.Pictures,
                u => u.PictureId,
                p => p.Id,
                (u, p) =>
                    new
                    {
                        u.CreatedAt,
                        p.Id,
                        p.Kind,
                    }
            )
            .ToListAsync();
        return rows.ConvertAll(r => (r.CreatedAt, new ExportFile(r.Id, "portrait." + Word.Of(r.Kind), PrintKeys.Original(r.Id))));
    }

    private static IQueryable<PictureUse> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records);
        return db.PictureUses.Where(u => u.For == PictureFor.Profile && users.Any(who => who.Id == u.SubjectId));
    }
}

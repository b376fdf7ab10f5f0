using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;

namespace CsDashboard.Customers.Privacy;

/// <summary>What customers look like. Their pictures go with their accounts in a merge.</summary>
internal sealed class FacesOfCustomers(Pictures pictures) : PersonalPictures(pictures, "faces", "portrait")
{
    // While their accounts are there.
    public override int Order => -10;

    protected override IQueryable<PictureUse> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records);
        return db.PictureUses.Where(u => u.For == PictureFor.Profile && users.Any(who => who.Id == u.SubjectId));
    }
}

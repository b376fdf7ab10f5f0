namespace CsDashboard.Images;

public static class PictureRights
{
    /// <summary>Brings pictures into the company's library, sees them, and gives back what it brought.</summary>
    public static readonly Right Use = new("pictures.use", Role.Agent, Role.Admin, Role.Service);

    /// <summary>Says what is seen on them, and deletes those that nothing shows.</summary>
    public static readonly Right Manage = new("pictures.manage", Role.Admin);
}

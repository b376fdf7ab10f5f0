namespace CsDashboard.Security;

/// <summary>
/// What happens to an account (contract: membership, Security). A withdrawal means points that were redeemed.
/// </summary>
public enum SecurityEventType
{
    Login,
    Logout,
    PasswordChange,
    ProfileUpdate,
    Payment,
    Withdrawal,
    DeviceAdded,
    DeviceRemoved,
}

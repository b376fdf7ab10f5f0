namespace CsDashboard.Customers.Privacy;

/// <summary>What happens to a kind of data when its customer is erased.</summary>
public enum ErasureAction
{
    Anonymise,
    Erase,
    Keep,
}

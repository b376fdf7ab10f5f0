namespace CsDashboard.Foundation;

/// <summary>A right that a room asks for, with the roles that hold it.</summary>
public sealed record Right(string Name, params Role[] Roles);

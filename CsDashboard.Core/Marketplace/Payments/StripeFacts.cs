namespace CsDashboard.Marketplace.Payments;

/// <param name="IsWebhookNew">The secret of its calls was given anew.</param>
public sealed record StripeFacts(bool IsOn, string KeyEnd, bool IsLive, bool IsWebhookNew);

namespace CsDashboard.Foundation.Storage.Migrations;

/// <summary>What people had chosen when each channel was a pair of columns becomes a row a channel, and back. For both databases.</summary>
internal static class OldChoices
{
    public const string ToRows = """
        INSERT INTO "NoticeChoices" ("PreferencesId", "Channel", "TenantId", "IsOn", "Topics")
            SELECT "Id", 'Email', "TenantId", "Email", "EmailTopics" FROM "NoticePreferences"
            UNION ALL SELECT "Id", 'Sms', "TenantId", "Sms", "SmsTopics" FROM "NoticePreferences"
            UNION ALL SELECT "Id", 'InApp', "TenantId", "Push", "PushTopics" FROM "NoticePreferences";
        """;

    public const string ToColumns = """
        UPDATE "NoticePreferences" SET "Email" = c."IsOn", "EmailTopics" = c."Topics" FROM "NoticeChoices" AS c WHERE c."PreferencesId" = "NoticePreferences"."Id" AND c."Channel" = 'Email';
        UPDATE "NoticePreferences" SET "Sms" = c."IsOn", "SmsTopics" = c."Topics" FROM "NoticeChoices" AS c WHERE c."PreferencesId" = "NoticePreferences"."Id" AND c."Channel" = 'Sms';
        UPDATE "NoticePreferences" SET "Push" = c."IsOn", "PushTopics" = c."Topics" FROM "NoticeChoices" AS c WHERE c."PreferencesId" = "NoticePreferences"."Id" AND c."Channel" = 'InApp';
        """;
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChannelChoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NoticeChoices",
                columns: table => new
                {
                    PreferencesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Topics = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeChoices", x => new { x.PreferencesId, x.Channel });
                    table.ForeignKey(
                        name: "FK_NoticeChoices_NoticePreferences_PreferencesId",
                        column: x => x.PreferencesId,
                        principalTable: "NoticePreferences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(OldChoices.ToRows);

            migrationBuilder.DropColumn(
                name: "Email",
                table: "NoticePreferences");

            migrationBuilder.DropColumn(
                name: "EmailTopics",
                table: "NoticePreferences");

            migrationBuilder.DropColumn(
                name: "Push",
                table: "NoticePreferences");

            migrationBuilder.DropColumn(
                name: "PushTopics",
                table: "NoticePreferences");

            migrationBuilder.DropColumn(
                name: "Sms",
                table: "NoticePreferences");

            migrationBuilder.DropColumn(
                name: "SmsTopics",
                table: "NoticePreferences");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Email",
                table: "NoticePreferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "EmailTopics",
                table: "NoticePreferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Push",
                table: "NoticePreferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "PushTopics",
                table: "NoticePreferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Sms",
                table: "NoticePreferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "SmsTopics",
                table: "NoticePreferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(OldChoices.ToColumns);

            migrationBuilder.DropTable(
                name: "NoticeChoices");
        }
    }
}

/** “How this works”, by language. Comes with the plugin and opens without a network. */
export const HELP = {
  en: `# How sites work

One Strapi holds several websites. Each **site** has its own content, media, members and settings; what belongs to one is not seen, found or linked from another.

## What belongs to a site

Every entry and every file carries the number of its site. Reading, searching, relations and counts are narrowed to it at the database, for the admin, REST and GraphQL alike. A content type can be made **shared**: every site reads it, and only the network view changes it.

## Sharing

An entry can be **shared** with chosen sites: they read it like their own, and its owner alone changes it. A reading site may word single fields in its own way; the others go on following the original. Where the original changes below such a field, the field needs a review. Instead of sharing, entries can be **copied**: then each site has its own.

## Which site a request is for

1. In the admin: the site chosen in the switcher at the top of the menu. Each browser tab has its own.
2. On a website: its host. An unknown host gets the default site.
3. With an API token: the site the token is assigned to. A token without an assignment opens nothing.

## People

A member of a site has one or more roles there. The roles are Strapi's own, and they count on that site only. Who may see all sites has the **network view**; there, creating asks for the site.

## The first site

When the plugin comes into an existing project, everything belongs to one site called Main and nothing changes. It first only reports what would be refused; close the border on the page Isolation when the report is empty, then make a second site.

## Leaving

Switched off, nothing is lost: our tables stay, and switched on again every entry is on the site it was on.`,
  de: `# So funktionieren Sites

Ein Strapi trägt mehrere Websites. Jede **Site** hat eigene Inhalte, Medien, Mitglieder und Einstellungen; was zu einer gehört, wird von einer anderen aus weder gesehen noch gefunden noch verknüpft.

## Was zu einer Site gehört

Jeder Eintrag und jede Datei trägt die Nummer ihrer Site. Lesen, Suchen, Relationen und Zählen werden in der Datenbank darauf eingegrenzt, in der Verwaltung, in REST und in GraphQL. Ein Inhaltstyp kann **gemeinsam** sein: Jede Site liest ihn, geändert wird er nur in der Netzwerkansicht.

## Teilen

Ein Eintrag kann mit gewählten Sites **geteilt** werden: Sie lesen ihn wie einen eigenen, ändern kann ihn nur die Site, der er gehört. Eine lesende Site darf einzelne Felder selbst formulieren; die übrigen folgen weiter dem Original. Ändert sich das Original unter einem solchen Feld, ist das Feld zu prüfen. Statt zu teilen lassen sich Einträge **kopieren**: Dann hat jede Site ihren eigenen.

## Für welche Site eine Anfrage ist

1. In der Verwaltung: die Site, die oben im Menü gewählt ist. Jeder Browser-Tab hat seine eigene.
2. Auf einer Website: ihr Host. Ein unbekannter Host bekommt die Standard-Site.
3. Mit einem API-Token: die Site, der es zugeordnet ist. Ein Token ohne Zuordnung öffnet nichts.

## Personen

Ein Mitglied hat auf einer Site eine oder mehrere Rollen. Es sind Strapis eigene, und sie gelten nur dort. Wer alle Sites sehen darf, hat die **Netzwerkansicht**; dort fragt das Anlegen nach der Site.

## Die erste Site

Kommt das Plugin in ein bestehendes Projekt, gehört alles zu einer Site namens Main, und nichts ändert sich. Zuerst wird nur gemeldet, was verweigert würde; schließe die Grenze auf der Seite Isolation, wenn die Liste leer ist, und lege dann eine zweite Site an.

## Abschalten

Abgeschaltet geht nichts verloren: Unsere Tabellen bleiben, und wieder eingeschaltet ist jeder Eintrag auf der Site, auf der er war.`,
} as const;

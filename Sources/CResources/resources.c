// SPDX-License-Identifier: MIT

#include "CResources.h"

// #embed is C23. It is used only here, so the rest of the package keeps its C standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char attack_techniques[] = {
#embed "../../Resources/attack-techniques.tsv"
};
static const unsigned char demo_back_to_service[] = {
#embed "../../Resources/demo/back-to-service.json"
};
static const unsigned char demo_business_email_tasks[] = {
#embed "../../Resources/demo/business-email-tasks.json"
};
static const unsigned char demo_business_email[] = {
#embed "../../Resources/demo/business-email.json"
};
static const unsigned char demo_cloud_keys[] = {
#embed "../../Resources/demo/cloud-keys.json"
};
static const unsigned char demo_cryptominer_tasks[] = {
#embed "../../Resources/demo/cryptominer-tasks.json"
};
static const unsigned char demo_cryptominer[] = {
#embed "../../Resources/demo/cryptominer.json"
};
static const unsigned char demo_domain_controller[] = {
#embed "../../Resources/demo/domain-controller.json"
};
static const unsigned char demo_experts_notification[] = {
#embed "../../Resources/demo/experts-notification.json"
};
static const unsigned char demo_hostile_text[] = {
#embed "../../Resources/demo/hostile-text.json"
};
static const unsigned char demo_identity_tasks[] = {
#embed "../../Resources/demo/identity-tasks.json"
};
static const unsigned char demo_identity[] = {
#embed "../../Resources/demo/identity.json"
};
static const unsigned char demo_insider_tasks[] = {
#embed "../../Resources/demo/insider-tasks.json"
};
static const unsigned char demo_insider[] = {
#embed "../../Resources/demo/insider.json"
};
static const unsigned char demo_newer_values[] = {
#embed "../../Resources/demo/newer-values.json"
};
static const unsigned char demo_older_api[] = {
#embed "../../Resources/demo/older-api.json"
};
static const unsigned char demo_phishing_aitm_tasks[] = {
#embed "../../Resources/demo/phishing-aitm-tasks.json"
};
static const unsigned char demo_phishing_aitm[] = {
#embed "../../Resources/demo/phishing-aitm.json"
};
static const unsigned char demo_ransomware_tasks[] = {
#embed "../../Resources/demo/ransomware-tasks.json"
};
static const unsigned char demo_ransomware[] = {
#embed "../../Resources/demo/ransomware.json"
};
static const unsigned char demo_usb_worm[] = {
#embed "../../Resources/demo/usb-worm.json"
};
static const unsigned char demo_web_shell[] = {
#embed "../../Resources/demo/web-shell.json"
};
static const unsigned char readiness_checklist[] = {
#embed "../../Resources/readiness-checklist.json"
};
static const unsigned char escalation_guide[] = {
#embed "../../Resources/escalation-guide.json"
};
static const unsigned char response_actions[] = {
#embed "../../Resources/response-actions.json"
};
static const unsigned char response_clocks[] = {
#embed "../../Resources/response-clocks.json"
};

#define FILE_NAMED(path, contents) {path, contents, sizeof contents}

// Sorted by the bytes of the names.
static const cresources_file files[] = {
    FILE_NAMED("attack-techniques.tsv", attack_techniques),
    FILE_NAMED("demo/back-to-service.json", demo_back_to_service),
    FILE_NAMED("demo/business-email-tasks.json", demo_business_email_tasks),
    FILE_NAMED("demo/business-email.json", demo_business_email),
    FILE_NAMED("demo/cloud-keys.json", demo_cloud_keys),
    FILE_NAMED("demo/cryptominer-tasks.json", demo_cryptominer_tasks),
    FILE_NAMED("demo/cryptominer.json", demo_cryptominer),
    FILE_NAMED("demo/domain-controller.json", demo_domain_controller),
    FILE_NAMED("demo/experts-notification.json", demo_experts_notification),
    FILE_NAMED("demo/hostile-text.json", demo_hostile_text),
    FILE_NAMED("demo/identity-tasks.json", demo_identity_tasks),
    FILE_NAMED("demo/identity.json", demo_identity),
    FILE_NAMED("demo/insider-tasks.json", demo_insider_tasks),
    FILE_NAMED("demo/insider.json", demo_insider),
    FILE_NAMED("demo/newer-values.json", demo_newer_values),
    FILE_NAMED("demo/older-api.json", demo_older_api),
    FILE_NAMED("demo/phishing-aitm-tasks.json", demo_phishing_aitm_tasks),
    FILE_NAMED("demo/phishing-aitm.json", demo_phishing_aitm),
    FILE_NAMED("demo/ransomware-tasks.json", demo_ransomware_tasks),
    FILE_NAMED("demo/ransomware.json", demo_ransomware),
    FILE_NAMED("demo/usb-worm.json", demo_usb_worm),
    FILE_NAMED("demo/web-shell.json", demo_web_shell),
    FILE_NAMED("escalation-guide.json", escalation_guide),
    FILE_NAMED("readiness-checklist.json", readiness_checklist),
    FILE_NAMED("response-actions.json", response_actions),
    FILE_NAMED("response-clocks.json", response_clocks),
};

size_t cresources_count(void) { return sizeof files / sizeof files[0]; }

cresources_file cresources_at(size_t index) { return files[index]; }
